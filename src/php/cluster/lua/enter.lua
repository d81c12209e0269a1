-- This node will take from a list: whoever cleans up after it looks for what it had taken off that.
--
-- KEYS: none; node.c accepts a standalone Redis only.
-- ARGV: 1 prefix, 2 token of this node, 3 list.
-- Returns 1, or 0 if that was known.
-- Atomic as one command is; a script like all that the node says in its name.
return redis.call('SADD', ARGV[1] .. ':lists:' .. ARGV[2], ARGV[3])
