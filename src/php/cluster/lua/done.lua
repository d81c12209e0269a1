-- The callback is through with an item.
--
-- KEYS: none; node.c accepts a standalone Redis only.
-- ARGV: 1 prefix, 2 token of this node, 3 list, 4 item; what follows is for failures.lua.
-- Returns 0.
-- Atomic: a connection lost half-way would leave an item without its failures to be done again, or an item that is
-- done with failures that count for the next one of the same text.
-- include: item.lua
redis.call('HDEL', failures, name)
drop()
return 0
