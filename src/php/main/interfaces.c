/* SPDX-License-Identifier: MIT */
/*
 * swoole_get_local_ip() and swoole_get_local_mac(): the machine's network interfaces.
 */
#include "php.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <sys/socket.h>
#ifdef AF_PACKET
#include <netpacket/packet.h>
#else
#include <net/if_dl.h>
#endif

#include "php/engine/compat.h"

#define MAC_LEN 6

/* Calls put(array, interface) for each one that is up and no loopback. */
static void each(zval *array, int family, void (*put)(zval *array, const struct ifaddrs *one))
{
	struct ifaddrs *all;

	array_init(array);
	if (getifaddrs(&all) != 0) {
		return;
	}
	for (const struct ifaddrs *one = all; one != NULL; one = one->ifa_next) {
		if (one->ifa_addr != NULL && one->ifa_addr->sa_family == family &&
			(one->ifa_flags & IFF_UP) && !(one->ifa_flags & IFF_LOOPBACK)) {
			put(array, one);
		}
	}
	freeifaddrs(all);
}

static void put_address(zval *array, const struct ifaddrs *one)
{
	const void *address = one->ifa_addr;
	char text[INET6_ADDRSTRLEN];
	const void *bytes = one->ifa_addr->sa_family == AF_INET6
							? (const void *) &((const struct sockaddr_in6 *) address)->sin6_addr
							: (const void *) &((const struct sockaddr_in *) address)->sin_addr;

	if (inet_ntop(one->ifa_addr->sa_family, bytes, text, sizeof(text)) != NULL) {
		add_assoc_string(array, one->ifa_name, text);
	}
}

SEATPUSH_FUNCTION(swoole_get_local_ip)
{
	zend_long family = AF_INET;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(family)
	ZEND_PARSE_PARAMETERS_END();

	if (family != AF_INET && family != AF_INET6) {
		zend_argument_value_error(1, "must be AF_INET (%d) or AF_INET6 (%d)", AF_INET, AF_INET6);
		RETURN_THROWS();
	}
	each(return_value, (int) family, put_address);
}

static void put_mac(zval *array, const struct ifaddrs *one)
{
	const void *address = one->ifa_addr;
#ifdef AF_PACKET
	const unsigned char *mac = ((const struct sockaddr_ll *) address)->sll_addr;
	size_t len = ((const struct sockaddr_ll *) address)->sll_halen;
#else
	const unsigned char *mac = (const unsigned char *) LLADDR((struct sockaddr_dl *) address);
	size_t len = ((const struct sockaddr_dl *) address)->sdl_alen;
#endif

	if (len == MAC_LEN) {
		add_assoc_str(array, one->ifa_name,
			strpprintf(0, "%02X:%02X:%02X:%02X:%02X:%02X", mac[0], mac[1], mac[2], mac[3], mac[4],
				mac[5]));
	}
}

SEATPUSH_FUNCTION(swoole_get_local_mac)
{
	ZEND_PARSE_PARAMETERS_NONE();
#ifdef AF_PACKET
	each(return_value, AF_PACKET, put_mac);
#else
	each(return_value, AF_LINK, put_mac);
#endif
}
