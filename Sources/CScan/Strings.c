#include "CScan.h"
#include "Vectors.h"

static uint8_t mark_of(uint8_t byte) {
  switch (byte) {
  case '$': return SCAN_DOLLAR;
  case '%': return SCAN_PERCENT;
  case '<': return SCAN_LESS;
  case '`': return SCAN_BACKTICK;
  case '{': return SCAN_BRACE;
  case '|': return SCAN_BAR;
  case ']': return SCAN_BRACKET;
  case ':': return SCAN_COLON;
  default: return 0;
  }
}

static int ends_string(uint8_t byte) {
  return byte == '"' || byte == '\\' || byte == '\n' || byte == '\r';
}

static size_t scan_rest(const uint8_t *bytes, size_t count, size_t offset, uint8_t *marks) {
  for (; offset < count && !ends_string(bytes[offset]); offset++) *marks |= mark_of(bytes[offset]);
  return offset;
}

#if defined(__x86_64__)

AVX2 static size_t scan_string_avx2(const uint8_t *bytes, size_t count, uint8_t *marks) {
  // What the bytes of a block are by their nibbles, as in `markup_avx2`.
  const __m256i low = TABLE(
      SCAN_BACKTICK, 0, 0, 0, SCAN_DOLLAR, SCAN_PERCENT, 0, 0, 0, 0, (char)SCAN_COLON, SCAN_BRACE,
      SCAN_LESS | SCAN_BAR, SCAN_BRACKET, 0, 0);
  const __m256i high = TABLE(
      0, 0, SCAN_DOLLAR | SCAN_PERCENT, (char)(SCAN_LESS | SCAN_COLON), 0, SCAN_BRACKET,
      SCAN_BACKTICK, SCAN_BRACE | SCAN_BAR, 0, 0, 0, 0, 0, 0, 0, 0);
  // From an offset on as many bytes of all bits as stand before it.
  static const uint8_t kept[64] = {
      255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
      255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
  __m256i all = _mm256_setzero_si256();
  size_t offset = 0;
  int isFound = 0;
  for (; !isFound && count - offset >= 32; ) {
    const __m256i block = _mm256_loadu_si256((const __m256i *)(bytes + offset));
    const __m256i nibble = AND8(_mm256_srli_epi16(block, 4), _mm256_set1_epi8(0x0F));
    __m256i classes =
        AND8(_mm256_shuffle_epi8(low, block), _mm256_shuffle_epi8(high, nibble));
    const __m256i ends =
        OR8(OR8(EQ8(block, '"'), EQ8(block, '\\')), OR8(EQ8(block, '\n'), EQ8(block, '\r')));
    const uint32_t mask = (uint32_t)_mm256_movemask_epi8(ends);
    isFound = mask != 0;
    const size_t length = isFound ? (size_t)__builtin_ctz(mask) : 32;
    if (isFound)
      classes = AND8(classes, _mm256_loadu_si256((const __m256i *)(kept + 32 - length)));
    all = OR8(all, classes);
    offset += length;
  }
  const __m128i half = _mm_or_si128(_mm256_castsi256_si128(all), _mm256_extracti128_si256(all, 1));
  uint64_t found =
      (uint64_t)_mm_cvtsi128_si64(_mm_or_si128(half, _mm_srli_si128(half, 8)));
  found |= found >> 32;
  found |= found >> 16;
  found |= found >> 8;
  *marks |= (uint8_t)found;
  return isFound ? offset : scan_rest(bytes, count, offset, marks);
}

#endif

size_t scan_string(const uint8_t *bytes, size_t count, uint8_t *marks) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return scan_string_avx2(bytes, count, marks);
#endif
  return scan_rest(bytes, count, 0, marks);
}
