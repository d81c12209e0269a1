-- Puts back what an earlier connection of this node took off a list without our hearing of it.
--
-- KEYS: none; node.c accepts a standalone Redis only.
-- ARGV: 1 prefix, 2 token of this node, 3 list.
-- Returns 0.
-- Atomic: between RPOP and LPUSH an item is in no list, and would be lost with the connection. Another consumer would
-- also see later items in the list before earlier ones.
local p, me, list = ARGV[1], ARGV[2], ARGV[3]
local taken = p .. ':taken:' .. me .. ':' .. list
local item = redis.call('RPOP', taken)
while item do
  redis.call('LPUSH', list, item)
  item = redis.call('RPOP', taken)
end
return 0
