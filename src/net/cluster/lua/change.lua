-- Connections of this node have joined or left keys.
--
-- KEYS: none; the keys follow from what is read, and node.c accepts a standalone Redis only.
-- ARGV: 1 prefix, 2 token of this node, from 3 on by threes: "+" or "-", key, id of the connection.
-- Returns 0: the lease has ended, and nothing was written; 1: all was written.
-- Atomic: what is written after the lease ended and the node was buried would stay for ever; and the first and last id
-- of a key decide whether the key has the token.
local p, me = ARGV[1], ARGV[2]
if redis.call('EXISTS', p .. ':lease:' .. me) == 0 then
  return 0
end
for i = 3, #ARGV, 3 do
  local key, id = ARGV[i + 1], ARGV[i + 2]
  local watchers = p .. ':watchers:' .. me .. ':' .. key
  if ARGV[i] == '+' then
    if redis.call('SADD', watchers, id) == 1 and redis.call('SCARD', watchers) == 1 then
      redis.call('SADD', p .. ':key:' .. key, me)
      redis.call('SADD', p .. ':keys:' .. me, key)
    end
  elseif redis.call('SREM', watchers, id) == 1 and redis.call('EXISTS', watchers) == 0 then
    redis.call('SREM', p .. ':key:' .. key, me)
    redis.call('SREM', p .. ':keys:' .. me, key)
  end
end
return 1
