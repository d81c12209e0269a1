/* SPDX-License-Identifier: MIT */
/*
 * The floor for a message to many over TLS: a program that accepts so many connections, shakes
 * hands, waits for a byte on standard input, and then gives the same frame to SSL_write() for each
 * connection, so many times. OpenSSL and libc only.
 *
 *     secure_limit CERT KEY CONNECTIONS ROUNDS BYTES
 *
 * Prints its port, "ready", then "done" with the microseconds of CPU that a message took.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <openssl/ssl.h>

static void die(const char *what)
{
	perror(what);
	exit(1);
}

static double cpu_us(void)
{
	struct rusage used;

	getrusage(RUSAGE_SELF, &used);
	return (double) (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e6 +
		   (double) (used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

static int listen_on_any(void)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t len = sizeof(address);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	if (fd < 0 || bind(fd, (struct sockaddr *) &address, sizeof(address)) != 0 ||
		listen(fd, 1024) != 0 || getsockname(fd, (struct sockaddr *) &address, &len) != 0) {
		die("listen");
	}
	printf("%d\n", ntohs(address.sin_port));
	fflush(stdout);
	return fd;
}

static SSL *accept_one(int listener, SSL_CTX *context)
{
	int fd = accept(listener, NULL, NULL), on = 1;
	SSL *ssl = SSL_new(context);

	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	if (fd < 0 || ssl == NULL || SSL_set_fd(ssl, fd) != 1 || SSL_accept(ssl) != 1) {
		die("accept");
	}
	return ssl;
}

int main(int argc, char **argv)
{
	SSL_CTX *context = SSL_CTX_new(TLS_server_method());
	int connections = argc > 5 ? atoi(argv[3]) : 0, rounds = argc > 5 ? atoi(argv[4]) : 0;
	int bytes = argc > 5 ? atoi(argv[5]) : 0, listener;
	SSL **all = calloc((size_t) connections + 1, sizeof(SSL *));
	char *frame = calloc(1, (size_t) bytes + 4);
	double before;

	if (connections == 0 || bytes > 65535 ||
		SSL_CTX_use_certificate_chain_file(context, argv[1]) != 1 ||
		SSL_CTX_use_PrivateKey_file(context, argv[2], SSL_FILETYPE_PEM) != 1) {
		fprintf(stderr, "usage: secure_limit CERT KEY CONNECTIONS ROUNDS BYTES\n");
		return 2;
	}
	SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
	bytes += bytes > 125 ? 4 : 2; /* a frame's head */
	listener = listen_on_any();
	for (int i = 0; i < connections; i++) {
		all[i] = accept_one(listener, context);
	}
	printf("ready\n");
	fflush(stdout);
	getchar();
	before = cpu_us();
	for (int round = 0; round < rounds; round++) {
		for (int i = 0; i < connections; i++) {
			if (SSL_write(all[i], frame, bytes) != bytes) {
				die("SSL_write");
			}
		}
		usleep(20000); /* as the other side does, so that the clients keep up */
	}
	printf("done %.3f\n", (cpu_us() - before) / rounds / connections);
	fflush(stdout);
	getchar();
	return 0;
}
