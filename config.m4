dnl SeatPush. Needs no options; the end of configure says what was found and what is missing.

PHP_ARG_ENABLE([seatpush],
  [whether to build SeatPush],
  [AS_HELP_STRING([--enable-seatpush], [Build SeatPush, the push server])],
  [yes])

PHP_ARG_ENABLE([seatpush-dev],
  [whether warnings are errors (for developing SeatPush)],
  [AS_HELP_STRING([--enable-seatpush-dev], [Turn warnings into errors])],
  [no], [no])

if test "$PHP_SEATPUSH" != "no"; then
  AC_MSG_CHECKING([for PHP 8.1 or newer])
  seatpush_php=$($PHP_CONFIG --vernum 2>/dev/null)
  if test -n "$seatpush_php" && test "$seatpush_php" -lt 80100; then
    AC_MSG_RESULT([no])
    AC_MSG_ERROR([SeatPush needs PHP 8.1 or newer])
  fi
  AC_MSG_RESULT([yes])

  AC_PATH_PROG([PKG_CONFIG], [pkg-config], [no])
  AC_MSG_CHECKING([for libevent 2.1 or newer])
  if test "$PKG_CONFIG" != "no" && $PKG_CONFIG --exists 'libevent_core >= 2.1' 2>/dev/null; then
    seatpush_libevent=libevent_core
  elif test "$PKG_CONFIG" != "no" && $PKG_CONFIG --exists 'libevent >= 2.1' 2>/dev/null; then
    seatpush_libevent=libevent
  else
    AC_MSG_RESULT([no])
    AC_MSG_ERROR([libevent 2.1 (and pkg-config, to find it) is needed:
  Debian, Ubuntu:  apt install libevent-dev pkg-config
  Fedora, RHEL:    dnf install libevent-devel pkgconf-pkg-config
  Alpine:          apk add libevent-dev pkgconf
  macOS:           brew install libevent pkg-config])
  fi
  seatpush_libevent_version=$($PKG_CONFIG --modversion $seatpush_libevent)
  AC_MSG_RESULT([$seatpush_libevent_version])
  PHP_EVAL_INCLINE([$($PKG_CONFIG --cflags-only-I $seatpush_libevent)])
  PHP_EVAL_LIBLINE([$($PKG_CONFIG --libs $seatpush_libevent)], [SEATPUSH_SHARED_LIBADD])

  AC_MSG_CHECKING([for hiredis 0.14 or newer])
  seatpush_off=""
  if $PKG_CONFIG --exists 'hiredis >= 0.14' 2>/dev/null; then
    seatpush_redis_version=$($PKG_CONFIG --modversion hiredis)
    AC_MSG_RESULT([$seatpush_redis_version])
    PHP_EVAL_INCLINE([$($PKG_CONFIG --cflags-only-I hiredis | $SED -e 's#/hiredis\( \|$\)#\1#g')])
    PHP_EVAL_LIBLINE([$($PKG_CONFIG --libs hiredis)], [SEATPUSH_SHARED_LIBADD])
    seatpush_redis=-DHAVE_SEATPUSH_REDIS
    seatpush_on="Redis (hiredis $seatpush_redis_version)"
  else
    AC_MSG_RESULT([no: subscribeRedis() will be off (apt install libhiredis-dev, dnf install hiredis-devel, apk add hiredis-dev, brew install hiredis)])
    seatpush_on=""
    seatpush_redis=""
    seatpush_off="Redis (hiredis was not found)${seatpush_off:+, $seatpush_off}"
  fi

  AC_MSG_CHECKING([for OpenSSL 1.1.1 or newer])
  if $PKG_CONFIG --exists 'openssl >= 1.1.1' 2>/dev/null; then
    seatpush_tls_version=$($PKG_CONFIG --modversion openssl)
    AC_MSG_RESULT([$seatpush_tls_version])
    PHP_EVAL_INCLINE([$($PKG_CONFIG --cflags-only-I openssl)])
    PHP_EVAL_LIBLINE([$($PKG_CONFIG --libs openssl)], [SEATPUSH_SHARED_LIBADD])
    seatpush_tls=-DHAVE_SEATPUSH_TLS
    seatpush_on="$seatpush_on${seatpush_on:+, }TLS (OpenSSL $seatpush_tls_version)"
  else
    AC_MSG_RESULT([no: https:// and wss://, and rediss://, will be off (apt install libssl-dev, dnf install openssl-devel, apk add openssl-dev, brew install openssl)])
    seatpush_tls=""
    seatpush_off="TLS (OpenSSL was not found)${seatpush_off:+, $seatpush_off}"
  fi

  AC_MSG_CHECKING([for libwebsockets 4.1 or newer])
  if $PKG_CONFIG --exists 'libwebsockets >= 4.1' 2>/dev/null; then
    seatpush_client_version=$($PKG_CONFIG --modversion libwebsockets)
    AC_MSG_RESULT([$seatpush_client_version])
    PHP_EVAL_INCLINE([$($PKG_CONFIG --cflags-only-I libwebsockets)])
    PHP_EVAL_LIBLINE([$($PKG_CONFIG --libs libwebsockets)], [SEATPUSH_SHARED_LIBADD])
    seatpush_client=-DHAVE_SEATPUSH_CLIENT
    seatpush_on="$seatpush_on${seatpush_on:+, }SeatPush\\Client (libwebsockets $seatpush_client_version)"
  else
    AC_MSG_RESULT([no: SeatPush\\Client will be off (apt install libwebsockets-dev, dnf install libwebsockets-devel, apk add libwebsockets-dev, brew install libwebsockets)])
    seatpush_client=""
    seatpush_off="SeatPush\\Client (libwebsockets was not found)${seatpush_off:+, $seatpush_off}"
  fi

  AC_MSG_CHECKING([for zlib])
  if $PKG_CONFIG --exists zlib 2>/dev/null; then
    seatpush_zlib_version=$($PKG_CONFIG --modversion zlib)
    AC_MSG_RESULT([$seatpush_zlib_version])
    PHP_EVAL_INCLINE([$($PKG_CONFIG --cflags-only-I zlib)])
    PHP_EVAL_LIBLINE([$($PKG_CONFIG --libs zlib)], [SEATPUSH_SHARED_LIBADD])
    seatpush_zlib=-DHAVE_SEATPUSH_ZLIB
    seatpush_on="$seatpush_on${seatpush_on:+, }permessage-deflate and gzip (zlib $seatpush_zlib_version)"
  else
    AC_MSG_RESULT([no: permessage-deflate and gzip will be off (apt install zlib1g-dev, dnf install zlib-devel, apk add zlib-dev, brew install zlib)])
    seatpush_zlib=""
    seatpush_off="permessage-deflate and gzip (zlib was not found)${seatpush_off:+, $seatpush_off}"
  fi

  AC_MSG_CHECKING([for brotli's encoder])
  if $PKG_CONFIG --exists libbrotlienc 2>/dev/null; then
    seatpush_brotli_version=$($PKG_CONFIG --modversion libbrotlienc)
    AC_MSG_RESULT([$seatpush_brotli_version])
    PHP_EVAL_INCLINE([$($PKG_CONFIG --cflags-only-I libbrotlienc)])
    PHP_EVAL_LIBLINE([$($PKG_CONFIG --libs libbrotlienc)], [SEATPUSH_SHARED_LIBADD])
    seatpush_brotli=-DHAVE_SEATPUSH_BROTLI
    seatpush_on="$seatpush_on${seatpush_on:+, }br (brotli $seatpush_brotli_version)"
  else
    AC_MSG_RESULT([no: responses will not be compressed as br (apt install libbrotli-dev, dnf install brotli-devel, apk add brotli-dev, brew install brotli)])
    seatpush_brotli=""
    seatpush_off="br (brotli was not found)${seatpush_off:+, $seatpush_off}"
  fi

  AC_MSG_CHECKING([for zstd 1.4 or newer])
  if $PKG_CONFIG --exists 'libzstd >= 1.4' 2>/dev/null; then
    seatpush_zstd_version=$($PKG_CONFIG --modversion libzstd)
    AC_MSG_RESULT([$seatpush_zstd_version])
    PHP_EVAL_INCLINE([$($PKG_CONFIG --cflags-only-I libzstd)])
    PHP_EVAL_LIBLINE([$($PKG_CONFIG --libs libzstd)], [SEATPUSH_SHARED_LIBADD])
    seatpush_zstd=-DHAVE_SEATPUSH_ZSTD
    seatpush_on="$seatpush_on${seatpush_on:+, }zstd ($seatpush_zstd_version)"
  else
    AC_MSG_RESULT([no: responses will not be compressed as zstd (apt install libzstd-dev, dnf install libzstd-devel, apk add zstd-dev, brew install zstd)])
    seatpush_zstd=""
    seatpush_off="zstd (it was not found)${seatpush_off:+, $seatpush_off}"
  fi

  dnl Only developers get the warnings: in some versions, PHP's own headers cause some of them.
  seatpush_cflags="$seatpush_redis $seatpush_tls $seatpush_client $seatpush_zlib $seatpush_brotli $seatpush_zstd -D_GNU_SOURCE -std=gnu11 -fvisibility=hidden"
  if test "$PHP_SEATPUSH_DEV" != "no"; then
    seatpush_cflags="$seatpush_cflags -Wall -Wextra -Wno-unused-parameter -Wshadow -Wstrict-prototypes -Wvla -Wformat=2 -Wmissing-prototypes -Wframe-larger-than=12288 -Werror"
  fi

  dnl The list is kept by ./dev lists --fix.
  seatpush_sources=" \
    seatpush.c \
    src/base/buf.c \
    src/base/error.c \
    src/base/pack.c \
    src/base/peers.c \
    src/base/table.c \
    src/net/client/client.c \
    src/net/client/connect.c \
    src/net/client/events.c \
    src/net/client/tap.c \
    src/net/cluster/node.c \
    src/net/cluster/registry.c \
    src/net/conn/backlog.c \
    src/net/conn/closing.c \
    src/net/conn/conn.c \
    src/net/conn/core.c \
    src/net/conn/extra.c \
    src/net/conn/flush.c \
    src/net/conn/id.c \
    src/net/conn/input.c \
    src/net/conn/listener.c \
    src/net/conn/local.c \
    src/net/conn/none.c \
    src/net/conn/peer.c \
    src/net/conn/plain.c \
    src/net/conn/secure.c \
    src/net/conn/send.c \
    src/net/conn/shaking.c \
    src/net/conn/table.c \
    src/net/conn/turn.c \
    src/net/delivery/deliver.c \
    src/net/delivery/item.c \
    src/net/delivery/question.c \
    src/net/delivery/relay.c \
    src/net/delivery/window.c \
    src/net/handover/mover.c \
    src/net/handover/parcel.c \
    src/net/handover/taker.c \
    src/net/handover/tube.c \
    src/net/loop/fork.c \
    src/net/loop/job.c \
    src/net/loop/log.c \
    src/net/loop/loop.c \
    src/net/loop/pid_file.c \
    src/net/loop/process.c \
    src/net/loop/resolver.c \
    src/net/loop/shared.c \
    src/net/machine/counters.c \
    src/net/machine/journal.c \
    src/net/machine/machine.c \
    src/net/machine/mailbox.c \
    src/net/machine/roll.c \
    src/net/machine/tally.c \
    src/net/out/deflated.c \
    src/net/out/event.c \
    src/net/out/packet.c \
    src/net/out/sendq.c \
    src/net/process/channel.c \
    src/net/process/crew.c \
    src/net/process/hand.c \
    src/net/process/inherited.c \
    src/net/process/launch.c \
    src/net/process/notify.c \
    src/net/process/ports.c \
    src/net/process/rise.c \
    src/net/process/shared_file.c \
    src/net/process/sharing.c \
    src/net/process/supervisor.c \
    src/net/process/worker.c \
    src/net/redis/client.c \
    src/net/redis/link.c \
    src/net/redis/reader.c \
    src/net/server/accept.c \
    src/net/server/certificates.c \
    src/net/server/retire.c \
    src/net/server/server.c \
    src/net/server/share.c \
    src/net/server/stop.c \
    src/net/server/succession.c \
    src/net/server/tick.c \
    src/net/server/wake.c \
    src/net/server/worn.c \
    src/net/session/compressed.c \
    src/net/session/events.c \
    src/net/session/exchange.c \
    src/net/session/file.c \
    src/net/session/folder.c \
    src/net/session/http.c \
    src/net/session/origin.c \
    src/net/session/proxy.c \
    src/net/session/rates.c \
    src/net/session/session.c \
    src/net/session/site.c \
    src/net/session/via_proxy.c \
    src/net/session/ws.c \
    src/net/stream/stream.c \
    src/net/stream/tls.c \
    src/net/stream/tls_peer.c \
    src/net/stream/tls_port.c \
    src/net/stream/tls_text.c \
    src/net/stream/tls_tickets.c \
    src/net/topics/rules.c \
    src/net/topics/topics.c \
    src/php/client/client.c \
    src/php/client/failure.c \
    src/php/client/iterator.c \
    src/php/client/request.c \
    src/php/cluster/consume.c \
    src/php/cluster/exchange.c \
    src/php/cluster/life.c \
    src/php/cluster/node.c \
    src/php/cluster/registry.c \
    src/php/coroutine/barrier.c \
    src/php/coroutine/batch.c \
    src/php/coroutine/channel.c \
    src/php/coroutine/coroutine.c \
    src/php/coroutine/go.c \
    src/php/coroutine/join.c \
    src/php/coroutine/pause.c \
    src/php/coroutine/scheduler.c \
    src/php/coroutine/system.c \
    src/php/coroutine/task.c \
    src/php/coroutine/trace.c \
    src/php/coroutine/wait_group.c \
    src/php/engine/callback.c \
    src/php/engine/class_entries.c \
    src/php/engine/conn.c \
    src/php/engine/ending.c \
    src/php/engine/errors.c \
    src/php/engine/events.c \
    src/php/engine/fiber.c \
    src/php/engine/forked.c \
    src/php/engine/globals.c \
    src/php/engine/interrupts.c \
    src/php/engine/message_arg.c \
    src/php/engine/misuse.c \
    src/php/engine/output.c \
    src/php/engine/packed.c \
    src/php/engine/room.c \
    src/php/engine/wait.c \
    src/php/engine/watchdog.c \
    src/php/http/accept_value.c \
    src/php/http/answer.c \
    src/php/http/answer_head.c \
    src/php/http/chunk.c \
    src/php/http/cookie.c \
    src/php/http/cookies.c \
    src/php/http/encoding.c \
    src/php/http/estimate.c \
    src/php/http/event_stream.c \
    src/php/http/fields.c \
    src/php/http/file.c \
    src/php/http/forgotten.c \
    src/php/http/form.c \
    src/php/http/media_types.c \
    src/php/http/page.c \
    src/php/http/received.c \
    src/php/http/request.c \
    src/php/http/response.c \
    src/php/http/rules.c \
    src/php/http/subprotocol.c \
    src/php/main/admission.c \
    src/php/main/aliases.c \
    src/php/main/announce.c \
    src/php/main/classes.c \
    src/php/main/constants.c \
    src/php/main/declarations.c \
    src/php/main/functions.c \
    src/php/main/habits.c \
    src/php/main/hooks.c \
    src/php/main/inbox.c \
    src/php/main/interfaces.c \
    src/php/main/process.c \
    src/php/main/raise.c \
    src/php/main/run.c \
    src/php/main/same_as.c \
    src/php/main/server.c \
    src/php/main/stats.c \
    src/php/main/status.c \
    src/php/main/supervise.c \
    src/php/main/title.c \
    src/php/main/workers.c \
    src/php/redis/ask.c \
    src/php/redis/commands.c \
    src/php/redis/duty.c \
    src/php/redis/events.c \
    src/php/redis/kept.c \
    src/php/redis/lead.c \
    src/php/redis/marker.c \
    src/php/redis/object.c \
    src/php/redis/pattern.c \
    src/php/redis/pool.c \
    src/php/redis/redis.c \
    src/php/redis/reply.c \
    src/php/redis/subscribe.c \
    src/php/redis/topics.c \
    src/php/redis/transaction.c \
    src/php/redis/words.c \
    src/php/server/behalf.c \
    src/php/server/connections.c \
    src/php/server/deliver.c \
    src/php/server/elsewhere.c \
    src/php/server/endpoint.c \
    src/php/server/event.c \
    src/php/server/heartbeat.c \
    src/php/server/info.c \
    src/php/server/letters.c \
    src/php/server/object.c \
    src/php/server/option_given.c \
    src/php/server/option_list.c \
    src/php/server/option_table.c \
    src/php/server/options.c \
    src/php/server/port.c \
    src/php/server/publish.c \
    src/php/server/push.c \
    src/php/server/push_many.c \
    src/php/server/roster.c \
    src/php/server/site.c \
    src/php/server/sleep.c \
    src/php/server/sni.c \
    src/php/server/state.c \
    src/php/server/timer.c \
    src/php/server/topics.c \
    src/php/shared/atomic.c \
    src/php/shared/columns.c \
    src/php/shared/lock.c \
    src/php/shared/lock_word.c \
    src/php/shared/memory.c \
    src/php/shared/rows.c \
    src/php/shared/table.c \
    src/php/shared/walk.c \
    src/php/shared/word.c \
    src/php/task/calls.c \
    src/php/task/dispatch.c \
    src/php/task/record.c \
    src/php/task/report.c \
    src/php/task/runner.c \
    src/php/task/state.c \
    src/php/task/task_object.c \
    src/php/task/tasks.c \
    src/php/ws/fragments.c \
    src/php/ws/frame.c \
    src/php/ws/long_message.c \
    src/php/ws/outgoing.c \
    src/wire/address.c \
    src/wire/compressor.c \
    src/wire/compressor_br.c \
    src/wire/compressor_gzip.c \
    src/wire/compressor_zstd.c \
    src/wire/compressors.c \
    src/wire/deflate.c \
    src/wire/event_stream.c \
    src/wire/file_path.c \
    src/wire/forwarded.c \
    src/wire/http_answer.c \
    src/wire/http_body.c \
    src/wire/http_coding.c \
    src/wire/http_condition.c \
    src/wire/http_date.c \
    src/wire/http_head.c \
    src/wire/http_range.c \
    src/wire/http_response.c \
    src/wire/http_target.c \
    src/wire/inflate.c \
    src/wire/log_text.c \
    src/wire/media_pattern.c \
    src/wire/media_type.c \
    src/wire/proxy_head.c \
    src/wire/redis_dsn.c \
    src/wire/utf8.c \
    src/wire/utf8_blocks.c \
    src/wire/ws_deflate.c \
    src/wire/ws_frame.c \
    src/wire/ws_handshake.c \
    src/wire/ws_message.c \
    src/wire/ws_message_pack.c \
    src/wire/ws_origin.c \
    src/wire/ws_server_frames.c"

  PHP_NEW_EXTENSION([seatpush], [$seatpush_sources], [$ext_shared],, [$seatpush_cflags])
  PHP_ADD_INCLUDE([$ext_srcdir])
  PHP_ADD_INCLUDE([$ext_srcdir/src])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/base])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net/client])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net/cluster])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net/conn])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net/delivery])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net/handover])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net/loop])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net/machine])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net/out])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net/process])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net/redis])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net/server])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net/session])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net/stream])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net/topics])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/client])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/cluster])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/coroutine])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/engine])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/http])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/main])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/redis])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/server])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/shared])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/task])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/ws])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/wire])
  PHP_SUBST([SEATPUSH_SHARED_LIBADD])

  AC_CONFIG_COMMANDS_POST([
    echo ""
    echo "SeatPush"
    echo "  on:   HTTP and WebSocket (libevent $seatpush_libevent_version)${seatpush_on:+, $seatpush_on}"
    echo "  off:  ${seatpush_off:-nothing}"
    echo ""
    echo "Now: make && make test && sudo make install"
    echo ""
  ])
fi
