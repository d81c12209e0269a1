-- What an earlier connection of this node has taken off a list and we never heard of goes back.
--
-- KEYS: none; node.c accepts a standalone Redis only.
-- ARGV: 1 prefix, 2 token of this node, 3 list.
-- Returns 0.
-- Atomic: between RPOP and LPUSH an item is nowhere, and would be lost with the connection; and another consumer would
-- see the list with the later items before the earlier ones.
local p, me, list = ARGV[1], ARGV[2], ARGV[3]
local taken = p .. ':taken:' .. me .. ':' .. list
local item = redis.call('RPOP', taken)
while item do
  redis.call('LPUSH', list, item)
  item = redis.call('RPOP', taken)
end
return 0
