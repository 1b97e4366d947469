#include "CScan.h"
#include "Vectors.h"

#if defined(__x86_64__)

/// One bit for each of 64 bytes with which such a character begins; the byte behind them is looked at, too.
AVX2 static inline uint64_t pair_marks_avx2(const uint8_t *bytes) {
  __m256i begins[2];
  for (int half = 0; half < 2; half++) {
    const __m256i lead = _mm256_loadu_si256((const __m256i *)(bytes + 32 * half));
    const __m256i next = _mm256_loadu_si256((const __m256i *)(bytes + 32 * half + 1));
    begins[half] = AND8(
        OR8(EQ8(lead, 0xE3), EQ8(lead, 0xEF)), OR8(EQ8(next, 0x80), EQ8(next, 0xBC)));
  }
  return bits_avx2(begins[0], begins[1]);
}

AVX2 static int may_pair_marks_avx2(const uint8_t *bytes, size_t count) {
  uint64_t before = 0;
  for (size_t i = 0; i < count; i += 64) {
    const uint8_t *block = bytes + i;
    uint8_t filled[65];
    if (count - i < sizeof filled) {
      memset(filled, 0, sizeof filled);
      scan_copy_few(filled, block, count - i);
      block = filled;
    }
    const uint64_t begins = pair_marks_avx2(block);
    // The second of two begins three bytes behind the first.
    if ((begins & (begins << 3 | before >> 61)) != 0) return 1;
    before = begins;
  }
  return 0;
}

#endif

int scan_may_pair_marks(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return may_pair_marks_avx2(bytes, count);
#endif
  for (size_t i = 0; i + 4 < count; i++)
    if ((bytes[i] == 0xE3 || bytes[i] == 0xEF) && (bytes[i + 3] == 0xE3 || bytes[i + 3] == 0xEF)
        && (bytes[i + 1] == 0x80 || bytes[i + 1] == 0xBC)
        && (bytes[i + 4] == 0x80 || bytes[i + 4] == 0xBC))
      return 1;
  return 0;
}
