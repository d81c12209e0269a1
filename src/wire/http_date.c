/* SPDX-License-Identifier: MIT */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* gmtime_r */
#endif

#include "wire/http_date.h"

#include "wire/http_chars.h"

#define DAY_S 86400
#define CENTURY 100
#define DATE_LEN (sizeof("Sun, 06 Nov 1994 08:49:37 GMT") - 1)
#define FUTURE_S ((int64_t) 50 * 36525 * DAY_S / 100) /* fifty years */

static const char months[] = " Jan  Feb  Mar  Apr  May  Jun  Jul  Aug  Sep  Oct  Nov  Dec ";

/* Two decimal digits. */
static char *put_two(char *at, int value)
{
	at[0] = (char) ('0' + value / 10 % 10);
	at[1] = (char) ('0' + value % 10);
	return at + 2;
}

static char *put_text(char *at, const char *text, size_t len)
{
	memcpy(at, text, len);
	return at + len;
}

static void format_date(char *at, const struct tm *tm)
{
	static const char days[] = "Sun, Mon, Tue, Wed, Thu, Fri, Sat, ";
	int year = tm->tm_year + 1900;

	at = put_text(at, days + 5 * (size_t) tm->tm_wday, 5);
	at = put_two(at, tm->tm_mday);
	at = put_text(at, months + 5 * (size_t) tm->tm_mon, 5);
	at = put_two(at, year / 100);
	at = put_two(at, year % 100);
	*at++ = ' ';
	at = put_two(at, tm->tm_hour);
	*at++ = ':';
	at = put_two(at, tm->tm_min);
	*at++ = ':';
	at = put_two(at, tm->tm_sec);
	put_text(at, " GMT", sizeof(" GMT"));
}

struct sp_span sp_http_date(struct sp_http_date *cache, time_t now)
{
	struct tm tm = {.tm_mday = 1, .tm_year = 70, .tm_wday = 4};

	if (cache->at != now || cache->text[0] == '\0') {
		/* If now is out of range for a calendar, tm keeps the epoch. */
		(void) gmtime_r(&now, &tm);
		format_date(cache->text, &tm);
		cache->at = now;
	}
	return (struct sp_span){cache->text, DATE_LEN};
}

/* The numbers of a date, as they are found in its text. */
struct numbers {
	int64_t day, month, year, hour, minute, second;
	char name[3]; /* of the month */
	size_t letters;
};

/* The number that a letter of a pattern stands for; NULL: it stands for itself. */
static int64_t *number_at(struct numbers *numbers, char letter)
{
	switch (letter) {
	case 'd':
		return &numbers->day;
	case 'y':
		return &numbers->year;
	case 'h':
		return &numbers->hour;
	case 'i':
		return &numbers->minute;
	case 's':
		return &numbers->second;
	default:
		return NULL;
	}
}

/* In a pattern, b is a letter of the month, and _ a digit of the day or a blank. */
static bool matches(const char *pattern, struct sp_span text, struct numbers *numbers)
{
	*numbers = (struct numbers){0};
	if (text.len != strlen(pattern)) {
		return false;
	}
	for (size_t i = 0; i < text.len; i++) {
		char letter = pattern[i] == '_' && text.data[i] != ' ' ? 'd' : pattern[i];
		int64_t *number = number_at(numbers, letter);

		if (letter == 'b') {
			numbers->name[numbers->letters++] = text.data[i];
		} else if (number != NULL && sp_http_is_digit(text.data[i])) {
			*number = *number * 10 + (text.data[i] - '0');
		} else if (text.data[i] != (letter == '_' ? ' ' : letter) || number != NULL) {
			return false;
		}
	}
	return true;
}

/* 1 to 12; 0: there is no such month. */
static int64_t month_of(const struct numbers *numbers)
{
	for (int64_t month = 1; month <= 12; month++) {
		if (memcmp(months + 5 * (month - 1) + 1, numbers->name, sizeof(numbers->name)) == 0) {
			return month;
		}
	}
	return 0;
}

static bool is_leap(int64_t year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Days before this year since the year 1. */
static int64_t days_before(int64_t year)
{
	year--;
	return year * 365 + year / 4 - year / 100 + year / 400;
}

/* False: there is no such day or time. */
static bool count(const struct numbers *numbers, int64_t year, int64_t *seconds)
{
	static const int64_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int64_t days = days_before(year) - days_before(1970) + numbers->day - 1;
	int64_t length;

	if (numbers->month == 0 || year == 0) {
		return false;
	}
	for (int64_t month = 1; month < numbers->month; month++) {
		days += lengths[month - 1] + (month == 2 && is_leap(year));
	}
	length = lengths[numbers->month - 1] + (numbers->month == 2 && is_leap(year));
	*seconds = days * DAY_S + numbers->hour * 3600 + numbers->minute * 60 + numbers->second;
	return numbers->day >= 1 && numbers->day <= length && numbers->hour < 24 &&
		   numbers->minute < 60 && numbers->second <= 60;
}

/* The latest century in which it is not more than fifty years ahead. */
static bool count_short(const struct numbers *numbers, int64_t now, int64_t *seconds)
{
	int64_t year = 1900 + numbers->year, later;

	if (!count(numbers, year, seconds)) {
		year += CENTURY; /* 29 Feb 2000 */
		return numbers->year == 0 && count(numbers, year, seconds);
	}
	while (count(numbers, year + CENTURY, &later) && later <= now + FUTURE_S) {
		*seconds = later;
		year += CENTURY;
	}
	return true;
}

bool sp_http_date_read(struct sp_span text, int64_t now, int64_t *seconds)
{
	const char *comma = memchr(text.data, ',', text.len);
	struct numbers numbers;
	struct sp_span rest;

	if (comma == NULL) {
		if (text.len < 3) {
			return false;
		}
		rest = (struct sp_span){text.data + 3, text.len - 3};
		if (!matches(" bbb _d hh:ii:ss yyyy", rest, &numbers)) {
			return false;
		}
		numbers.month = month_of(&numbers);
		return count(&numbers, numbers.year, seconds);
	}
	rest = (struct sp_span){comma, text.len - (size_t) (comma - text.data)};
	if (matches(", dd bbb yyyy hh:ii:ss GMT", rest, &numbers)) {
		numbers.month = month_of(&numbers);
		return count(&numbers, numbers.year, seconds);
	}
	if (matches(", dd-bbb-yy hh:ii:ss GMT", rest, &numbers)) {
		numbers.month = month_of(&numbers);
		return count_short(&numbers, now, seconds);
	}
	return false;
}
