-- Publishes to all nodes, whatever is registered, and says how many connections watch the key at other nodes.
--
-- KEYS: none; the keys follow from what is read, and node.c accepts a standalone Redis only.
-- ARGV: 1 prefix, 2 token of this node, 3 key, 4 channel, 5 payload.
-- Returns the number.
-- Atomic: the number is that of the moment in which it was published.
-- include: others.lua
redis.call('PUBLISH', ARGV[4], ARGV[5])
return count()
