#include "CScan.h"
#include "Vectors.h"

/// White space, or what stands for a byte that is no prose.
static int is_gap(uint8_t byte) {
  return byte == ' ' || (uint8_t)(byte - 0x09) <= 4 || byte == 0x1A;
}

/// A letter or digit, or what begins or goes on with one beyond ASCII, but for the punctuation in U+2000 to U+203F.
static int is_word(uint8_t byte, uint8_t next) {
  if (byte >= 0xC3) return !(byte == 0xE2 && next == 0x80);
  return (uint8_t)((byte | 0x20) - 'a') < 26 || (uint8_t)(byte - '0') < 10;
}

#if defined(__x86_64__)

AVX2 static size_t scan_tokens_avx2(const uint8_t *bytes, size_t count) {
  const __m256i tab = _mm256_set1_epi8('\t'), four = _mm256_set1_epi8(4);
  size_t tokens = 0;
  int isCounted = 0;
  for (size_t offset = 0; offset < count; offset += 64) {
    const size_t left = count - offset;
    const uint8_t *block = bytes + offset;
    // What fills it up is a gap.
    uint8_t filled[64];
    if (left < 64) {
      memset(filled, ' ', sizeof filled);
      scan_copy_few(filled, block, left);
      block = filled;
    }
    uint64_t gaps = 0, words = 0;
    for (int part = 0; part < 2; part++) {
      const __m256i some = _mm256_loadu_si256((const __m256i *)(block + 32 * part));
      const __m256i fromTab = _mm256_sub_epi8(some, tab);
      const __m256i isGap =
          OR8(OR8(EQ8(some, ' '), EQ8(some, 0x1A)),
              _mm256_cmpeq_epi8(_mm256_min_epu8(fromTab, four), fromTab));
      const __m256i small = OR8(some, _mm256_set1_epi8(0x20));
      // As numbers with a sign, those from 0xC3 on are below 0 and above 0xC2.
      const __m256i isBeyond = AND8(FROM8(some, 0xC3), BELOW8(some, 0));
      const __m256i isLetter =
          OR8(AND8(FROM8(small, 'a'), BELOW8(small, 'z' + 1)),
              AND8(FROM8(some, '0'), BELOW8(some, '9' + 1)));
      gaps |= (uint64_t)(uint32_t)_mm256_movemask_epi8(isGap) << (32 * part);
      words |= (uint64_t)(uint32_t)_mm256_movemask_epi8(OR8(isBeyond, isLetter)) << (32 * part);
    }
    if (isCounted) {
      if (gaps == 0) continue;
      words &= ~(uint64_t)0 << __builtin_ctzll(gaps);
    }
    isCounted = 0;
    while (words != 0) {
      const size_t place = (size_t)__builtin_ctzll(words);
      if (block[place] == 0xE2 && offset + place + 1 < count && bytes[offset + place + 1] == 0x80) {
        words &= words - 1;
        continue;
      }
      tokens++;
      const uint64_t rest = gaps >> place;
      if (rest == 0) {
        isCounted = 1;
        break;
      }
      words &= ~(uint64_t)0 << (place + (size_t)__builtin_ctzll(rest));
    }
  }
  return tokens;
}

#endif

size_t scan_tokens(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return scan_tokens_avx2(bytes, count);
#endif
  size_t tokens = 0;
  int isCounted = 0;
  for (size_t i = 0; i < count; i++) {
    if (is_gap(bytes[i])) {
      isCounted = 0;
    } else if (!isCounted && is_word(bytes[i], i + 1 < count ? bytes[i + 1] : 0)) {
      isCounted = 1;
      tokens++;
    }
  }
  return tokens;
}
