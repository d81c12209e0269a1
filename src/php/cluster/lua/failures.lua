-- How often an item has failed; if that was the last of its tries, it goes to the list for the dead.
--
-- KEYS: none; node.c accepts a standalone Redis only.
-- ARGV: 1 prefix, 2 token of this node, 3 list, 4 item, 5 "1" if it failed just now, else "0", 6 tries,
--   7 list for the dead.
-- Returns how often it has failed; -1: it is among the dead now.
-- Atomic: a connection lost half-way would leave the item in two lists, or an item that is dead with failures that
-- count for the next one of the same text.
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
