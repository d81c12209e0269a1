-- A part of the scripts that ask who watches a key at other nodes with a living lease. They are asked together with
-- the leases, so that a set of a node that was buried in between is not taken for an answer.
--
-- ARGV: 1 prefix, 2 token of this node, 3 key.
local p, me, key = ARGV[1], ARGV[2], ARGV[3]

-- The names of their sets of ids.
local function others()
  local found = {}
  for _, who in ipairs(redis.call('SMEMBERS', p .. ':key:' .. key)) do
    if who ~= me and redis.call('EXISTS', p .. ':lease:' .. who) == 1 then
      found[#found + 1] = p .. ':watchers:' .. who .. ':' .. key
    end
  end
  return found
end

local function count()
  local n = 0
  for _, set in ipairs(others()) do
    n = n + redis.call('SCARD', set)
  end
  return n
end
