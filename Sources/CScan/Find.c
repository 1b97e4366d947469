#include "CScan.h"
#include "Vectors.h"

#if defined(__x86_64__)

/// For each of 32 offsets whether what is looked for may begin there, by its first and last bytes.
AVX2 static inline __m256i both_ends(
    const uint8_t *bytes, size_t last, __m256i head, __m256i tail) {
  const __m256i heads = _mm256_loadu_si256((const __m256i *)bytes);
  const __m256i tails = _mm256_loadu_si256((const __m256i *)(bytes + last));
  return _mm256_and_si256(_mm256_cmpeq_epi8(heads, head), _mm256_cmpeq_epi8(tails, tail));
}

AVX2 static size_t find_far_avx2(
    const uint8_t *bytes, size_t starts, const uint8_t *wanted, size_t last) {
  const __m256i head = _mm256_set1_epi8((char)wanted[0]);
  const __m256i tail = _mm256_set1_epi8((char)wanted[last]);
  size_t offset = 0;
  for (; offset + 64 <= starts; offset += 64) {
    const __m256i some = both_ends(bytes + offset, last, head, tail);
    const __m256i more = both_ends(bytes + offset + 32, last, head, tail);
    const __m256i any = _mm256_or_si256(some, more);
    if (_mm256_testz_si256(any, any)) continue;
    uint64_t mask = (uint64_t)(uint32_t)_mm256_movemask_epi8(some)
                    | (uint64_t)(uint32_t)_mm256_movemask_epi8(more) << 32;
    for (; mask != 0; mask &= mask - 1) {
      const size_t found = offset + (size_t)__builtin_ctzll(mask);
      if (memcmp(bytes + found + 1, wanted + 1, last) == 0) return found;
    }
  }
  return offset;
}

#endif

size_t scan_find_far(const uint8_t *bytes, size_t starts, const uint8_t *wanted, size_t last) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return find_far_avx2(bytes, starts, wanted, last);
#endif
  (void)bytes, (void)starts, (void)wanted, (void)last;
  return 0;
}
