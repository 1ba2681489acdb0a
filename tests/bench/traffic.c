/* A day of Poisson traffic with log-normal sizes under `queue`, as lib/simulation computes it: the same steps on the same numbers, to compare speed with.
   Reads what the other hands over on standard input: requests a minute, minutes, RPM, TPM, window in seconds, seed state of both streams, three tables of equally likely sizes.
   Writes: requests, delayed, tokens charged, the sum of waits, milliseconds taken. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BLOCK = 1024, BITS = 13, SIZE = 1 << BITS, LAYERS = 256, DIGITS = 13, BUCKETS = 1 << 18 };

typedef struct { int32_t a, b, c, d; uint32_t ahead[BLOCK]; int at; } Random;

static void fill(Random *r, uint32_t *out) {
  uint32_t a = r->a, b = r->b, c = r->c, d = r->d;
  for (int i = 0; i < BLOCK; i++) {
    uint32_t sum = a + b + d;
    d++;
    a = b ^ (b >> 9);
    b = c + (c << 3);
    c = ((c << 21) | (c >> 11)) + sum;
    out[i] = sum;
  }
  r->a = a; r->b = b; r->c = c; r->d = d;
}

static double unit(Random *r) {
  if (r->at == BLOCK) { fill(r, r->ahead); r->at = 0; }
  return r->ahead[r->at++] * 0x1p-32;
}

static const double TAIL = 7.69711747013104972, AREA = 3.9496598225815571993e-3;
static uint32_t inside[LAYERS];
static double width[LAYERS], height[LAYERS];

static void layers(void) {
  const double steps = 0x1p24, lowest = AREA / exp(-TAIL);
  double edge = TAIL, outer = TAIL;
  inside[0] = (uint32_t)(TAIL / lowest * steps);
  width[0] = lowest / steps;
  width[LAYERS - 1] = TAIL / steps;
  height[0] = 1;
  height[LAYERS - 1] = exp(-TAIL);
  for (int i = LAYERS - 2; i >= 1; i--) {
    edge = -log(AREA / edge + exp(-edge));
    inside[i + 1] = (uint32_t)(edge / outer * steps);
    outer = edge;
    height[i] = exp(-edge);
    width[i] = edge / steps;
  }
}

static double corner(Random *r, int layer, double place) {
  for (;;) {
    if (layer == 0) return TAIL - log(1 - unit(r));
    if (height[layer] + unit(r) * (height[layer - 1] - height[layer]) < exp(-place)) return place;
    uint32_t drawn = (uint32_t)(unit(r) * 0x1p32);
    layer = drawn & 255;
    uint32_t step = drawn >> 8;
    place = step * width[layer];
    if (step < inside[layer]) return place;
  }
}

static double input[SIZE], visible[SIZE], whole[SIZE];
static double times[BLOCK], charges[BLOCK], starts[BLOCK], waits[BLOCK];
static uint32_t raw[BLOCK], more[BLOCK], histogram[BUCKETS];

int main(void) {
  double per_minute, rpm, tpm, window;
  int minutes;
  Random gaps = {0}, sizes = {0};
  if (scanf("%lf %d %lf %lf %lf", &per_minute, &minutes, &rpm, &tpm, &window) != 5) return 1;
  if (scanf("%d %d %d %d %d %d %d %d", &gaps.a, &gaps.b, &gaps.c, &gaps.d, &sizes.a, &sizes.b, &sizes.c, &sizes.d) != 8) return 1;
  double *tables[] = {input, visible, whole};
  for (int t = 0; t < 3; t++) for (int i = 0; i < SIZE; i++) if (scanf("%lf", &tables[t][i]) != 1) return 1;
  gaps.at = sizes.at = BLOCK;
  layers();

  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  double *offered = calloc(minutes + 43201, sizeof(double)), *admitted = calloc(minutes + 43201, sizeof(double)), *tokens = calloc(minutes + 43201, sizeof(double));
  const double minute_ms = 60000, per_request = minute_ms / rpm, per_token = minute_ms / tpm, capacity = per_request > window * 1000 ? per_request : window * 1000;
  double wanted = 0, before = 0, until = per_minute, start = 0, requests_full = 0, tokens_full = 0, wait_sum = 0, wait_most = 0, charged = 0;
  int minute = 0, came_minute = 0, start_minute = 0, ended = 0;
  long long requests = 0;
  while (!ended) {
    fill(&gaps, raw);
    for (int i = 0; i < BLOCK; i++) {
      uint32_t layer = raw[i] & 255, step = raw[i] >> 8;
      double place = step * width[layer];
      times[i] = step < inside[layer] ? place : corner(&gaps, layer, place);
    }
    for (int i = 0; i < BLOCK; i++) times[i] = wanted += times[i];
    fill(&sizes, raw);
    fill(&sizes, more);
    for (int i = 0; i < BLOCK; i++) charges[i] = input[raw[i] & (SIZE - 1)] + visible[raw[i] >> (32 - BITS)] * whole[more[i] >> (32 - BITS)];
    int count = BLOCK;
    for (int i = 0; i < BLOCK;) {
      while (times[i] >= until && minute < minutes) { before = until; until += per_minute; minute++; }
      if (minute >= minutes) { ended = 1; count = i; break; }
      const double scale = minute_ms / (until - before), shift = minute * minute_ms - before * scale;
      for (; i < BLOCK && times[i] < until; i++) times[i] = times[i] * scale + shift;
    }
    requests += count;
    for (int i = 0; i < count;) {
      const double end = (came_minute + 1) * minute_ms;
      const int first = i;
      while (i < count && times[i] < end) i++;
      offered[came_minute] += i - first;
      if (i < count) came_minute = (int)(times[i] / minute_ms);
    }
    for (int i = 0; i < count; i++) {
      const double cost = charges[i] * per_token, a = requests_full + per_request - capacity, b = tokens_full + cost - minute_ms;
      if (times[i] > start) start = times[i];
      if (a > start) start = a;
      if (b > start) start = b;
      requests_full = (requests_full > start ? requests_full : start) + per_request;
      tokens_full = (tokens_full > start ? tokens_full : start) + cost;
      starts[i] = start;
    }
    for (int i = 0; i < count; i++) waits[i] = starts[i] - times[i];
    for (int i = 0; i < count;) {
      const double end = (start_minute + 1) * minute_ms;
      const int first = i;
      double sum = 0;
      while (i < count && starts[i] < end) sum += charges[i++];
      admitted[start_minute] += i - first;
      tokens[start_minute] += sum;
      charged += sum;
      if (i < count) start_minute = (int)(starts[i] / minute_ms);
    }
    for (int i = 0; i < count; i++) wait_sum += waits[i];
    for (int i = 0; i < count; i++) if (waits[i] > wait_most) wait_most = waits[i];
    for (int i = 0; i < count; i++) {
      uint64_t bits;
      memcpy(&bits, &waits[i], sizeof bits);
      histogram[bits >> (32 + DIGITS)]++;
    }
  }
  clock_gettime(CLOCK_MONOTONIC, &to);
  printf("%lld %lld %.17g %.17g %.3f\n", requests, requests - histogram[0], charged, wait_sum, (to.tv_sec - from.tv_sec) * 1e3 + (to.tv_nsec - from.tv_nsec) * 1e-6);
  return 0;
}
