-- Returns how often an item has failed. After its last try it goes to the list for dead items.
--
-- KEYS: none; node.c accepts a standalone Redis only.
-- ARGV: 1 prefix, 2 token of this node, 3 list, 4 item, 5 "1" if it failed just now, else "0", 6 tries,
--   7 list for dead items.
-- Returns the number of failures; -1: it is in the list for dead items now.
-- Atomic: a connection lost half-way would leave the item in two lists, or failures of a dead item, which would count
-- for the next item with the same text.
-- include: item.lua
local n
if ARGV[5] == '1' then
  n = redis.call('HINCRBY', failures, name, 1)
else
  n = tonumber(redis.call('HGET', failures, name) or 0)
end
if n < tonumber(ARGV[6]) then
  return n
end
redis.call('RPUSH', ARGV[7], item)
redis.call('HDEL', failures, name)
drop()
return -1
