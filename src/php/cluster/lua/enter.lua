-- This node will take from a list: the node that cleans up after it looks for items taken off that list.
--
-- KEYS: none; node.c accepts a standalone Redis only.
-- ARGV: 1 prefix, 2 token of this node, 3 list.
-- Returns 1, or 0 if it was recorded already.
-- Atomic, as a single command is. It is a script since everything that a node does under its name is one.
return redis.call('SADD', ARGV[1] .. ':lists:' .. ARGV[2], ARGV[3])
