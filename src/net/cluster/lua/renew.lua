-- A node renews its lease, and looks for one that is dead.
--
-- KEYS: none; the keys follow from what is read, and node.c accepts a standalone Redis only.
-- ARGV: 1 prefix, 2 token of this node, 3 lease in ms, 4 its number, 5 ms that the number stays taken.
-- Returns {0}: the lease has ended; {1}: it is renewed; {1, TOKEN}: and that node is dead.
-- Atomic: between the look at who has the number and its renewal it could have become another node's.
local p, me = ARGV[1], ARGV[2]
if redis.call('PEXPIRE', p .. ':lease:' .. me, ARGV[3]) == 0 then
  return {0}
end
local number = p .. ':number:' .. ARGV[4]
if redis.call('GET', number) == me then
  redis.call('PEXPIRE', number, ARGV[5])
end
for _, who in ipairs(redis.call('HKEYS', p .. ':nodes')) do
  -- What is no token was not written by a node, and none could bury it.
  if #who == #me and not string.find(who, '[^0-9a-f]') and redis.call('EXISTS', p .. ':lease:' .. who) == 0 then
    return {1, who}
  end
end
return {1}
