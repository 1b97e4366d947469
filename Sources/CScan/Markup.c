#include "CScan.h"
#include "Vectors.h"

#if defined(__x86_64__)

/// The part of `scan_matches` that is whole blocks of 64 bytes.
AVX2 static size_t matches_avx2(
    const uint8_t *bytes, size_t blocks, uint8_t wanted, uint64_t *bits) {
  const __m256i needle = _mm256_set1_epi8((char)wanted);
  size_t found = 0;
  for (size_t block = 0; block < blocks; block++) {
    const __m256i *here = (const __m256i *)(bytes + 64 * block);
    const __m256i low = _mm256_cmpeq_epi8(_mm256_loadu_si256(here), needle);
    const __m256i high = _mm256_cmpeq_epi8(_mm256_loadu_si256(here + 1), needle);
    const uint64_t mask = (uint32_t)_mm256_movemask_epi8(low)
                          | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
    bits[block] = mask;
    found += (size_t)__builtin_popcountll(mask);
  }
  return found;
}

#endif

size_t scan_matches(const uint8_t *bytes, size_t count, uint8_t wanted, uint64_t *bits) {
  size_t block = 0, found = 0;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    block = count / 64;
    found = matches_avx2(bytes, block, wanted, bits);
  }
#endif
  for (; 64 * block < count; block++) {
    bits[block] = scan_equal(bytes + 64 * block, count - 64 * block, wanted);
    found += (size_t)__builtin_popcountll(bits[block]);
  }
  return found;
}

#if defined(__x86_64__)

/// One bit for each of 32 bytes that is a markup byte. `low`, by the low nibble, and `high`, by the
/// high one, have a bit in common for these bytes and no others; for a byte beyond ASCII `low`
/// gives 0.
AVX2 static uint64_t markup_avx2(const uint8_t *bytes) {
  // Bits: 1 for 2x, 2 for 3x, 4 for 5x, 8 for 6x, 16 for 7x.
  const __m256i low = TABLE(8, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1 | 2, 4 | 16, 2 | 4, 4, 0, 4);
  const __m256i high = TABLE(0, 0, 1, 2, 0, 4, 8, 16, 0, 0, 0, 0, 0, 0, 0, 0);
  const __m256i block = _mm256_loadu_si256((const __m256i *)bytes);
  const __m256i nibble = _mm256_and_si256(_mm256_srli_epi16(block, 4), _mm256_set1_epi8(0x0F));
  const __m256i both =
      _mm256_and_si256(_mm256_shuffle_epi8(low, block), _mm256_shuffle_epi8(high, nibble));
  const __m256i none = _mm256_cmpeq_epi8(both, _mm256_setzero_si256());
  return ~(uint32_t)_mm256_movemask_epi8(none);
}

AVX2 static uint64_t markup_block_avx2(const uint8_t *bytes) {
  return (uint32_t)markup_avx2(bytes) | markup_avx2(bytes + 32) << 32;
}

#endif

uint64_t scan_markup(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    SCAN_PAD(bytes, count)
    return markup_block_avx2(bytes);
  }
#endif
  uint64_t mask = 0;
  const size_t end = count < 64 ? count : 64;
  for (size_t i = 0; i < end; i++)
    if (scan_is_markup_byte(bytes[i])) mask |= (uint64_t)1 << i;
  return mask;
}

#if defined(__x86_64__)

/// The part of `scan_all_markup` that is whole blocks of 64 bytes.
AVX2 static void all_markup_avx2(const uint8_t *bytes, size_t blocks, uint64_t *bits) {
  for (size_t block = 0; block < blocks; block++)
    bits[block] = markup_block_avx2(bytes + 64 * block);
}

#endif

void scan_all_markup(const uint8_t *bytes, size_t count, uint64_t *bits) {
  size_t block = 0;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    block = count / 64;
    all_markup_avx2(bytes, block, bits);
  }
#endif
  for (; 64 * block < count; block++)
    bits[block] = scan_markup(bytes + 64 * block, count - 64 * block);
}

uint64_t scan_brackets(const uint8_t *bytes, size_t count) {
  uint64_t mask = 0;
#if defined(__SSE2__)
  SCAN_PAD(bytes, count)
  for (int lane = 0; lane < 4; lane++) {
    const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + 16 * lane));
    // `(` and `)` differ in the lowest bit alone.
    const __m128i round = _mm_cmpeq_epi8(_mm_or_si128(block, _mm_set1_epi8(1)), _mm_set1_epi8(')'));
    const __m128i square = _mm_or_si128(
        _mm_cmpeq_epi8(block, _mm_set1_epi8('[')), _mm_cmpeq_epi8(block, _mm_set1_epi8(']')));
    const __m128i wide = _mm_cmpeq_epi8(block, _mm_set1_epi8((char)0xEF));
    const __m128i hits = _mm_or_si128(round, _mm_or_si128(square, wide));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(hits) << (16 * lane);
  }
#else
  const size_t end = count < 64 ? count : 64;
  for (size_t i = 0; i < end; i++)
    if (bytes[i] == '(' || bytes[i] == ')' || bytes[i] == '[' || bytes[i] == ']'
        || bytes[i] == 0xEF)
      mask |= (uint64_t)1 << i;
#endif
  return mask;
}
