dnl SeatPush. Asks nothing; what it finds and what is missing is said at the end.

PHP_ARG_ENABLE([seatpush],
  [whether to build SeatPush],
  [AS_HELP_STRING([--enable-seatpush], [Build SeatPush, the push server])],
  [yes])

PHP_ARG_ENABLE([seatpush-dev],
  [whether warnings are errors (for who works on SeatPush)],
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
  seatpush_off="TLS for clients, permessage-deflate, several workers (not in this version)"
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
    seatpush_off="Redis (hiredis was not found), $seatpush_off"
  fi

  AC_MSG_CHECKING([for OpenSSL 1.1.1 or newer])
  if $PKG_CONFIG --exists 'openssl >= 1.1.1' 2>/dev/null; then
    seatpush_tls_version=$($PKG_CONFIG --modversion openssl)
    AC_MSG_RESULT([$seatpush_tls_version])
    PHP_EVAL_INCLINE([$($PKG_CONFIG --cflags-only-I openssl)])
    PHP_EVAL_LIBLINE([$($PKG_CONFIG --libs openssl)], [SEATPUSH_SHARED_LIBADD])
    seatpush_tls=-DHAVE_SEATPUSH_TLS
    seatpush_on="$seatpush_on${seatpush_on:+, }TLS to Redis (OpenSSL $seatpush_tls_version)"
  else
    AC_MSG_RESULT([no: rediss:// will be off (apt install libssl-dev, dnf install openssl-devel, apk add openssl-dev, brew install openssl)])
    seatpush_tls=""
    seatpush_off="TLS to Redis (OpenSSL was not found), $seatpush_off"
  fi

  AC_MSG_CHECKING([for libwebsockets 4.1 or newer])
  if $PKG_CONFIG --exists 'libwebsockets >= 4.1' 2>/dev/null; then
    seatpush_client_version=$($PKG_CONFIG --modversion libwebsockets)
    AC_MSG_RESULT([$seatpush_client_version])
    PHP_EVAL_INCLINE([$($PKG_CONFIG --cflags-only-I libwebsockets)])
    PHP_EVAL_LIBLINE([$($PKG_CONFIG --libs libwebsockets)], [SEATPUSH_SHARED_LIBADD])
    seatpush_client=-DHAVE_SEATPUSH_CLIENT
    seatpush_on="$seatpush_on${seatpush_on:+, }SeatPush\\Client (libwebsockets $seatpush_client_version)"
    AC_MSG_CHECKING([for zlib])
    if $PKG_CONFIG --exists zlib 2>/dev/null; then
      AC_MSG_RESULT([$($PKG_CONFIG --modversion zlib)])
      PHP_EVAL_INCLINE([$($PKG_CONFIG --cflags-only-I zlib)])
      PHP_EVAL_LIBLINE([$($PKG_CONFIG --libs zlib)], [SEATPUSH_SHARED_LIBADD])
      seatpush_client="$seatpush_client -DHAVE_SEATPUSH_ZLIB"
    else
      AC_MSG_RESULT([no: SeatPush\\Client will not offer permessage-deflate (apt install zlib1g-dev, dnf install zlib-devel, apk add zlib-dev, brew install zlib)])
    fi
  else
    AC_MSG_RESULT([no: SeatPush\\Client will be off (apt install libwebsockets-dev, dnf install libwebsockets-devel, apk add libwebsockets-dev, brew install libwebsockets)])
    seatpush_client=""
    seatpush_off="SeatPush\\Client (libwebsockets was not found), $seatpush_off"
  fi

  dnl PHP's own headers are not clean under all of these in every version: the core's floors are
  dnl what they are for.
  seatpush_cflags="$seatpush_redis $seatpush_tls $seatpush_client -D_GNU_SOURCE -std=gnu11 -fvisibility=hidden"
  if test "$PHP_SEATPUSH_DEV" != "no"; then
    seatpush_cflags="$seatpush_cflags -Wall -Wextra -Wno-unused-parameter -Wshadow -Wstrict-prototypes -Wvla -Wformat=2 -Wmissing-prototypes -Werror"
  fi

  dnl The list is kept by ./dev lists --fix.
  seatpush_sources=" \
    seatpush.c \
    src/base/buf.c \
    src/base/error.c \
    src/base/peers.c \
    src/net/backlog.c \
    src/net/conn.c \
    src/net/conn_extra.c \
    src/net/conn_table.c \
    src/net/delivery.c \
    src/net/id.c \
    src/net/listener.c \
    src/net/log.c \
    src/net/loop.c \
    src/net/process.c \
    src/net/redis_client.c \
    src/net/redis_link.c \
    src/net/redis_node.c \
    src/net/registry.c \
    src/net/resolver.c \
    src/net/sendq.c \
    src/net/server.c \
    src/net/session.c \
    src/net/session_file.c \
    src/net/session_http.c \
    src/net/session_origin.c \
    src/net/session_ws.c \
    src/net/stream.c \
    src/net/tick.c \
    src/net/tls.c \
    src/net/topic_rules.c \
    src/net/topics.c \
    src/net/window.c \
    src/net/ws_client.c \
    src/net/ws_client_connect.c \
    src/net/ws_client_events.c \
    src/php/aliases.c \
    src/php/answer.c \
    src/php/callback.c \
    src/php/classes.c \
    src/php/client.c \
    src/php/client_info.c \
    src/php/client_iterator.c \
    src/php/client_request.c \
    src/php/connections.c \
    src/php/ending.c \
    src/php/endpoint.c \
    src/php/errors.c \
    src/php/events.c \
    src/php/fiber.c \
    src/php/form.c \
    src/php/fragments.c \
    src/php/frame.c \
    src/php/hooks.c \
    src/php/node.c \
    src/php/option_table.c \
    src/php/options.c \
    src/php/outgoing.c \
    src/php/port.c \
    src/php/publish.c \
    src/php/push.c \
    src/php/redis.c \
    src/php/redis_ask.c \
    src/php/redis_commands.c \
    src/php/redis_consume.c \
    src/php/redis_events.c \
    src/php/redis_object.c \
    src/php/redis_pool.c \
    src/php/redis_reply.c \
    src/php/redis_topics.c \
    src/php/redis_transaction.c \
    src/php/redis_words.c \
    src/php/registry.c \
    src/php/request.c \
    src/php/response.c \
    src/php/response_fields.c \
    src/php/run.c \
    src/php/server.c \
    src/php/timer.c \
    src/php/topics.c \
    src/php/wait.c \
    src/wire/frame.c \
    src/wire/http_body.c \
    src/wire/http_head.c \
    src/wire/http_response.c \
    src/wire/http_target.c \
    src/wire/inflate.c \
    src/wire/media_type.c \
    src/wire/redis_dsn.c \
    src/wire/utf8.c \
    src/wire/ws_frame.c \
    src/wire/ws_handshake.c \
    src/wire/ws_message.c \
    src/wire/ws_origin.c"

  PHP_NEW_EXTENSION([seatpush], [$seatpush_sources], [$ext_shared],, [$seatpush_cflags])
  PHP_ADD_INCLUDE([$ext_srcdir])
  PHP_ADD_INCLUDE([$ext_srcdir/src])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/base])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/wire])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php])
  PHP_SUBST([SEATPUSH_SHARED_LIBADD])

  AC_CONFIG_COMMANDS_POST([
    echo ""
    echo "SeatPush"
    echo "  on:   HTTP and WebSocket (libevent $seatpush_libevent_version)${seatpush_on:+, $seatpush_on}"
    echo "  off:  $seatpush_off"
    echo ""
    echo "Now: make && make test && sudo make install"
    echo ""
  ])
fi
