/* SPDX-License-Identifier: MIT */
#include "report.h"

static void begin_field(struct report *report, const char *prefix, const char *name)
{
	fprintf(report->to, "%s\"%s%s\":", report->fields++ ? "," : "{", prefix, name);
}

static void prefixed(struct report *report, const char *prefix, const char *name, double value)
{
	begin_field(report, prefix, name);
	fprintf(report->to, "%.3f", value);
}

void report_begin(struct report *report, FILE *to)
{
	report->to = to;
	report->fields = 0;
}

void report_text(struct report *report, const char *name, const char *value)
{
	begin_field(report, "", name);
	fputc('"', report->to);
	for (; *value; value++) {
		if (*value == '"' || *value == '\\' || (unsigned char) *value < 0x20) {
			fprintf(report->to, "\\u%04x", *value);
		} else {
			fputc(*value, report->to);
		}
	}
	fputc('"', report->to);
}

void report_count(struct report *report, const char *name, uint64_t value)
{
	begin_field(report, "", name);
	fprintf(report->to, "%llu", (unsigned long long) value);
}

void report_number(struct report *report, const char *name, double value)
{
	prefixed(report, "", name, value);
}

void report_usage(
	struct report *report, const char *prefix, const struct usage *usage, uint64_t units)
{
	double each = units ? (double) units : 1;

	prefixed(report, prefix, "cpu_us", usage->cpu_us / each);
	prefixed(report, prefix, "user_us", usage->user_us / each);
	prefixed(report, prefix, "user_error_us", usage->error_us / each);
	prefixed(report, prefix, "softirq_us", usage->softirq_us / each);
	prefixed(report, prefix, "cpu_seconds", usage->cpu_us / 1e6);
	prefixed(report, prefix, "seconds", usage->seconds);
	prefixed(report, prefix, "switches", (double) usage->switches / each);
	begin_field(report, prefix, "samples");
	fprintf(report->to, "%llu", (unsigned long long) usage->samples);
	begin_field(report, prefix, "user_from");
	fprintf(report->to, "\"%s\"", usage->ticks ? "ticks" : "perf");
}

void report_latency(struct report *report, const char *prefix, const struct histogram *histogram)
{
	prefixed(report, prefix, "p50_us", (double) histogram_at(histogram, 500) / 1000);
	prefixed(report, prefix, "p99_us", (double) histogram_at(histogram, 990) / 1000);
	prefixed(report, prefix, "max_us", (double) histogram->max / 1000);
}

void report_counts(struct report *report, const struct fleet_counts *counts)
{
	report_count(report, "failed", counts->failed);
	report_count(report, "dropped", counts->lost);
	report_count(report, "broken", counts->broken);
}

void report_end(struct report *report)
{
	fputs("}\n", report->to);
	fflush(report->to);
}
