/* SPDX-License-Identifier: MIT */
/*
 * What src/base and src/wire need and operating systems name differently. No other file there asks
 * which system it is compiled for.
 */
#ifndef SP_BASE_SYSTEM_H
#define SP_BASE_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>

/* AF_INET, AF_INET6, inet_pton(); a source of random bytes. */
#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <winsock2.h>
#include <ws2tcpip.h>
#include <bcrypt.h>
#else
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

/* Tells the processor that the memory at pointer will soon be written to. NULL is allowed. */
#ifdef __GNUC__
#define SP_PREFETCH(pointer) __builtin_prefetch((pointer), 1)
#else
#define SP_PREFETCH(pointer) ((void) (pointer))
#endif

/* Of a function that few calls need, so that it does not make others dearer. */
#if defined(__GNUC__)
#define SP_NOINLINE __attribute__((noinline))
#else
#define SP_NOINLINE
#endif

/* The compiler moves no write across it; what is written in which order matters if the process may
 * be killed in between. */
#ifdef __GNUC__
#define SP_COMPILER_FENCE() __asm__ volatile("" ::: "memory")
#else
#define SP_COMPILER_FENCE() _ReadWriteBarrier()
#endif

/* Fills bytes with up to 256 unpredictable random bytes. False: the system has none to give. */
static inline bool sp_entropy(void *bytes, size_t len)
{
#ifdef _WIN32
	return BCryptGenRandom(NULL, bytes, (ULONG) len, BCRYPT_USE_SYSTEM_PREFERRED_RNG) == 0;
#else
	return getentropy(bytes, len) == 0;
#endif
}

#endif
