-- Removes what is kept under a token, 500 keys at a time, so that Redis is not held up.
--
-- KEYS: none; the keys follow from what is read, and node.c accepts a standalone Redis only.
-- ARGV: 1 prefix, 2 token of this node, 3 whose, 4 how:
--   "clear": the registrations of a living node;
--   "fall": and its lease;
--   "leave": and what it has taken off lists goes back;
--   "bury": all of a dead one, whose items count as failed.
-- Returns 1: there is more to be done; 0: there is not.
-- Atomic: a node that came in again between the look at its lease and the end would lose what it had registered
-- anew; and an item between two lists would be lost with the connection.
local p, who, how = ARGV[1], ARGV[3], ARGV[4]
local lease = p .. ':lease:' .. who
if how == 'bury' and redis.call('EXISTS', lease) == 1 then
  return 0
end

local mine = p .. ':keys:' .. who
for _, key in ipairs(redis.call('SRANDMEMBER', mine, 500)) do
  redis.call('DEL', p .. ':watchers:' .. who .. ':' .. key)
  redis.call('SREM', p .. ':key:' .. key, who)
  redis.call('SREM', mine, key)
end
if redis.call('EXISTS', mine) == 1 then
  return 1
end
if how == 'clear' then
  return 0
end
if how == 'fall' then
  redis.call('PEXPIRE', lease, 1000)
  return 0
end

-- Back to where it was taken from: the newest first, to the head.
for _, list in ipairs(redis.call('SMEMBERS', p .. ':lists:' .. who)) do
  local taken = p .. ':taken:' .. who .. ':' .. list
  local item = redis.call('RPOP', taken)
  while item do
    redis.call('LPUSH', list, item)
    if how == 'bury' then
      redis.call('HINCRBY', p .. ':failures:' .. list, redis.sha1hex(item), 1)
    end
    item = redis.call('RPOP', taken)
  end
end

-- The lease of one that consumes lists ends soon and not at once: what Redis still does for its other connections
-- comes before the burial.
if how == 'leave' and redis.call('EXISTS', p .. ':lists:' .. who) == 1 then
  redis.call('PEXPIRE', lease, 1000)
  return 0
end
redis.call('DEL', lease, p .. ':lists:' .. who)
redis.call('HDEL', p .. ':nodes', who)
return 0
