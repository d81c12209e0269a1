-- The common part of the scripts about an item that was taken.
--
-- ARGV: 1 prefix, 2 token of this node, 3 list, 4 item.
local p, me, list, item = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local failures, name = p .. ':failures:' .. list, redis.sha1hex(item)

-- It is no longer being worked on.
local function drop()
  redis.call('LREM', p .. ':taken:' .. me .. ':' .. list, 1, item)
end
