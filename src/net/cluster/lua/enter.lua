-- A node takes a lease, and a number among the nodes.
--
-- KEYS: none; the keys follow from what is read, and node.c accepts a standalone Redis only.
-- ARGV: 1 prefix, 2 token of this node, 3 lease in ms, 4 number that it wants or 0, 5 number that it had or 0,
--   6 ms that the number stays taken.
-- Returns the number; 0: none is free; -1: the one that it wants belongs to a living node.
-- Atomic: of two nodes that enter at the same time, both would find the same number free.
local p, me, want, had = ARGV[1], ARGV[2], tonumber(ARGV[4]), tonumber(ARGV[5])

local function take(n)
  local key = p .. ':number:' .. n
  local holder = redis.call('GET', key)
  if holder and holder ~= me and (want == 0 or redis.call('EXISTS', p .. ':lease:' .. holder) == 1) then
    return false
  end
  redis.call('SET', key, me, 'PX', ARGV[6])
  return true
end

local number = 0
if want > 0 then
  number = take(want) and want or -1
elseif had > 0 and take(had) then
  number = had
else
  for n = 1, 255 do
    if take(n) then
      number = n
      break
    end
  end
end
redis.call('SET', p .. ':lease:' .. me, number, 'PX', ARGV[3])
redis.call('HSET', p .. ':nodes', me, number)
return number
