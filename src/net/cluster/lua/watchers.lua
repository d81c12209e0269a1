-- Which connections watch a key at other nodes.
--
-- KEYS: none; the keys follow from what is read, and node.c accepts a standalone Redis only.
-- ARGV: 1 prefix, 2 token of this node, 3 key.
-- Returns their ids, as texts.
-- Atomic: the leases and the sets are those of one moment.
-- include: others.lua
local sets = others()
if #sets == 0 then
  return {}
end
return redis.call('SUNION', unpack(sets))
