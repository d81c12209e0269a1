-- The callback has finished with an item.
--
-- KEYS: none; node.c accepts a standalone Redis only.
-- ARGV: 1 prefix, 2 token of this node, 3 list, 4 item; what follows is for failures.lua.
-- Returns 0.
-- Atomic: a connection lost half-way would leave an item whose failures are forgotten and which is done again, or
-- failures of a finished item, which would count for the next item with the same text.
-- include: item.lua
redis.call('HDEL', failures, name)
drop()
return 0
