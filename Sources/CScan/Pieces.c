#include "CScan.h"
#include "Vectors.h"

#if defined(__x86_64__)

/// One bit for each of the 64 bytes from `offset` on that is a comma or full stop behind another one, or one that
/// stands alone; the other masks say where those, spaces and slashes are.
static inline uint64_t doubled_marks(
    const uint8_t *bytes, size_t count, size_t offset, uint64_t commas, uint64_t stops,
    uint64_t spaces, uint64_t slashes) {
  const uint64_t marks = commas | stops;
  const uint8_t before = offset == 0 ? ' ' : bytes[offset - 1];
  const uint64_t afterSpace = spaces << 1 | (before == ' ');
  const uint64_t afterStop =
      stops << 2 | (uint64_t)(offset > 1 && bytes[offset - 2] == '.') | (uint64_t)(before == '.') << 1;
  const uint64_t pairs = marks & (marks << 1 | (before == ',' || before == '.'));
  // `../` is a folder, and stands in many addresses.
  const uint64_t beforeSlash =
      slashes >> 1 | (uint64_t)(count - offset > 64 && bytes[offset + 64] == '/') << 63;
  return (pairs & (commas | ~beforeSlash)) | (commas & afterSpace)
         | (stops & afterSpace & afterStop);
}

/// What a block has of the bytes that `scan_pieces` looks for, by their nibbles, as in `markup_avx2`. Bits: 1 for
/// `<` and `=`, 2 for `{`, 4 for `&`, 8 for `]`, 16 for `#`, 32 for `[`, 64 for parentheses, 128 for 0xEF.
AVX2 static inline __m256i piece_classes_avx2(__m256i block) {
  const __m256i low = TABLE(0, 0, 0, 16, 0, 0, 4, 0, 64, 64, 0, 2 | 32, 1, 1 | 8, 0, (char)128);
  const __m256i high =
      TABLE(0, 0, 4 | 16 | 64, 1, 0, 8 | 32, 0, 2, 0, 0, 0, 0, 0, 0, (char)128, 0);
  const __m256i mask = _mm256_set1_epi8(0x0F);
  return AND8(
      _mm256_shuffle_epi8(low, AND8(block, mask)),
      _mm256_shuffle_epi8(high, AND8(_mm256_srli_epi16(block, 4), mask)));
}

AVX2 static uint32_t scan_pieces_avx2(const uint8_t *bytes, size_t count) {
  __m256i all = _mm256_setzero_si256();
  uint64_t doubled = 0;
  const uint8_t *text = bytes;
  SCAN_PAD(text, count)
  for (size_t i = 0; i < count; i += 64) {
    const Block block = block_at(text, count, i);
    const __m256i first = block.first, second = block.second;
    all = OR8(all, OR8(piece_classes_avx2(first), piece_classes_avx2(second)));
    const uint64_t commas = bits_avx2(EQ8(first, ','), EQ8(second, ',')) >> block.skipped;
    const uint64_t stops = bits_avx2(EQ8(first, '.'), EQ8(second, '.')) >> block.skipped;
    if ((commas | stops) != 0)
      doubled |= doubled_marks(
          bytes, count, i, commas, stops,
          bits_avx2(EQ8(first, ' '), EQ8(second, ' ')) >> block.skipped,
          bits_avx2(EQ8(first, '/'), EQ8(second, '/')) >> block.skipped);
  }
  __m128i any = _mm_or_si128(_mm256_castsi256_si128(all), _mm256_extracti128_si256(all, 1));
  any = _mm_or_si128(any, _mm_unpackhi_epi64(any, any));
  uint64_t some = (uint64_t)_mm_cvtsi128_si64(any);
  some |= some >> 32;
  some |= some >> 16;
  some |= some >> 8;
  return ((some & (1 | 2 | 4)) != 0 ? SCAN_HAS_MARKUP : 0)
         | ((some & 8) != 0 ? SCAN_HAS_CLOSING : 0) | ((some & 16) != 0 ? SCAN_HAS_NUMBER_SIGN : 0)
         | ((some & (8 | 32 | 64 | 128)) != 0 ? SCAN_HAS_BRACKETS : 0)
         | (doubled == 0 ? 0 : SCAN_HAS_DOUBLED_MARKS);
}

#endif

uint32_t scan_pieces(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return scan_pieces_avx2(bytes, count);
#endif
  uint32_t found = 0;
  for (size_t i = 0; i < count; i++) {
    const uint8_t byte = bytes[i];
    if (byte == '<' || byte == '{' || byte == '&' || byte == '=') found |= SCAN_HAS_MARKUP;
    if (byte == ']') found |= SCAN_HAS_CLOSING;
    if (byte == '#') found |= SCAN_HAS_NUMBER_SIGN;
    if (byte == '(' || byte == ')' || byte == '[' || byte == ']' || byte == 0xEF)
      found |= SCAN_HAS_BRACKETS;
    const uint8_t before = i == 0 ? ' ' : bytes[i - 1];
    const int isFolder = byte == '.' && i + 1 < count && bytes[i + 1] == '/';
    const int isDoubled =
        !isFolder && (byte == ',' || byte == '.') && (before == ',' || before == '.');
    const int isBehindStop = byte == '.' && before == ' ' && i > 1 && bytes[i - 2] == '.';
    if (isDoubled || isBehindStop || (byte == ',' && before == ' ')) found |= SCAN_HAS_DOUBLED_MARKS;
  }
  return found;
}
