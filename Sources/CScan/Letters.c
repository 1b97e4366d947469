#include "CScan.h"
#include "Vectors.h"

#if defined(__x86_64__)

AVX2 static size_t scan_letters_avx2(const uint8_t *bytes, size_t count, uint8_t blank) {
  const __m256i tail = _mm256_set1_epi8((char)0xC0), four = _mm256_set1_epi8(4);
  const __m256i tab = _mm256_set1_epi8('\t'), blanks = _mm256_set1_epi8((char)blank);
  size_t others = 0;
  for (size_t i = 0; i < count; i += 32) {
    const uint8_t *some = bytes + i;
    uint8_t filled[32];
    if (count - i < sizeof filled) {
      // What fills it up is none, either.
      memset(filled, ' ', sizeof filled);
      scan_copy_few(filled, some, count - i);
      some = filled;
    }
    const __m256i block = _mm256_loadu_si256((const __m256i *)some);
    const __m256i fromTab = _mm256_sub_epi8(block, tab);
    const __m256i spaces =
        OR8(EQ8(block, ' '), _mm256_cmpeq_epi8(_mm256_min_epu8(fromTab, four), fromTab));
    // The bytes behind the first one of a character are below 0xC0 as numbers with a sign.
    const __m256i none =
        OR8(_mm256_cmpgt_epi8(tail, block), OR8(spaces, _mm256_cmpeq_epi8(block, blanks)));
    others += (size_t)__builtin_popcount((uint32_t)_mm256_movemask_epi8(none));
  }
  return (count + 31) / 32 * 32 - others;
}

#endif

size_t scan_letters(const uint8_t *bytes, size_t count, uint8_t blank) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return scan_letters_avx2(bytes, count, blank);
#endif
  size_t letters = 0;
  size_t i = 0;
  while (i < count) {
    // Counted in a byte, so that the compiler counts in vectors; a byte counts up to 255.
    const size_t end = count - i < 255 ? count : i + 255;
    uint8_t some = 0;
    for (; i < end; i++) {
      const uint8_t byte = bytes[i];
      const uint8_t isSpace = (byte == 0x20) | ((uint8_t)(byte - 0x09) <= 4);
      some += ((byte & 0xC0) != 0x80) & !isSpace & (byte != blank);
    }
    letters += some;
  }
  return letters;
}

size_t scan_utf16_units(const uint8_t *bytes, size_t count) {
  size_t units = 0;
  size_t i = 0;
  while (i < count) {
    // Counted in a byte, so that the compiler counts in vectors; each adds two at most.
    const size_t end = count - i < 127 ? count : i + 127;
    uint8_t some = 0;
    for (; i < end; i++)
      some += (uint8_t)((bytes[i] & 0xC0) != 0x80) + (uint8_t)(bytes[i] >= 0xF0);
    units += some;
  }
  return units;
}
