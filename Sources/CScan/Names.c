#include "CScan.h"
#include "Vectors.h"

/// What each byte of a block of 64 is, the first in the lowest bit; a gap is white space or a
/// control.
typedef struct {
  uint64_t capitals, letters, digits, dots, gaps;
} Words;

/// What the blocks of a text have of these, as bits that are not all 0.
typedef struct {
  uint64_t joints, decimals, pairs;
} Joints;

/// Adds the joints of a block, decimals and capitals in pairs. `before` is the block before it, and `next_is_gap` has the
/// bit of its last byte where a gap or nothing follows.
static inline void add_joints(Joints *found, Words w, Words before, uint64_t next_is_gap) {
  const uint64_t afterDigit = w.digits << 1 | before.digits >> 63;
  const uint64_t afterWord = afterDigit | w.letters << 1 | before.letters >> 63;
  const uint64_t afterCapital = w.capitals << 1 | before.capitals >> 63;
  const uint64_t beforeGap = w.gaps >> 1 | next_is_gap;
  // `URL` is a word; `IDs`, `macOS` and `Net.Core` are names.
  const uint64_t small = w.letters & ~w.capitals;
  const uint64_t afterSmall = small << 1 | (before.letters & ~before.capitals) >> 63;
  // What follows the block is taken for a small letter: there may be a joint too many, none too
  // few.
  const uint64_t beforeSmall = small >> 1 | (uint64_t)1 << 63;
  found->joints |= (w.capitals & (afterSmall | (afterWord & beforeSmall)))
                   | (w.dots & afterWord & ~beforeGap) | (w.letters & afterDigit);
  found->decimals |= w.dots & afterDigit;
  found->pairs |= w.capitals & afterCapital;
}

static inline uint32_t classes_of(Joints found) {
  return (found.joints != 0 ? SCAN_HAS_JOINT : 0) | (found.decimals != 0 ? SCAN_HAS_DECIMAL : 0)
         | (found.pairs != 0 ? SCAN_HAS_CAPITALS : 0);
}

/// The bit of the last of up to 64 bytes that are left from `block` on, where a gap or nothing follows it.
static inline uint64_t gap_behind(const uint8_t *block, size_t left) {
  if (left <= 64) return (uint64_t)1 << (left - 1);
  return (uint64_t)(block[64] <= 0x20) << 63;
}

static Words words_of(const uint8_t *bytes, size_t count) {
  Words w = {0, 0, 0, 0, 0};
  for (size_t i = 0; i < 64; i++) {
    const uint8_t byte = i < count ? bytes[i] : 0;
    const uint64_t bit = (uint64_t)1 << i;
    if (byte >= 'A' && byte <= 'Z') w.capitals |= bit;
    if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') w.letters |= bit;
    if (byte >= '0' && byte <= '9') w.digits |= bit;
    if (byte == '.') w.dots |= bit;
    if (byte <= 0x20) w.gaps |= bit;
  }
  return w;
}

#if defined(__x86_64__)

/// Whether one of some bytes of a block is a mark; zero stands for what is beyond the text. A call would
/// take the vectors out of their registers.
__attribute__((always_inline)) static inline int has_mark(const uint8_t *bytes, size_t count, size_t block, uint64_t candidates) {
  for (; candidates != 0; candidates &= candidates - 1) {
    const size_t i = block + (size_t)__builtin_ctzll(candidates);
    if (scan_is_mark(
            i > 0 ? bytes[i - 1] : 0, bytes[i], i + 1 < count ? bytes[i + 1] : 0))
      return 1;
  }
  return 0;
}

/// What the bytes of a block are by their nibbles, as in `markup_avx2`. Bits: 128 for a digit, 64 for a full
/// stop, 16 for U+001A, and the lowest four for what else may be a mark: 1 for 2x, 2 for 3x, 4 for 4x, 8 for 5x.
AVX2 static inline __m256i word_classes_avx2(__m256i block) {
  const __m256i low = TABLE(
      (char)(128 | 4), (char)128, (char)128, (char)128, (char)128, (char)(128 | 1), (char)128,
      (char)128, (char)(128 | 1), (char)128, 1 | 2 | 16, 0, 8, 1 | 2, 64, 1 | 8);
  const __m256i high = TABLE(0, 16, 1 | 64, (char)(128 | 2), 4, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  const __m256i nibble = AND8(_mm256_srli_epi16(block, 4), _mm256_set1_epi8(0x0F));
  return AND8(_mm256_shuffle_epi8(low, block), _mm256_shuffle_epi8(high, nibble));
}

AVX2 static uint32_t scan_words_avx2(const uint8_t *bytes, size_t count) {
  Joints found = {0, 0, 0};
  Words before = {0, 0, 0, 0, 0};
  int marked = 0;
  __m256i all = _mm256_setzero_si256();
  const uint8_t *text = bytes;
  SCAN_PAD(text, count)
  for (size_t i = 0; i < count; i += 64) {
    const Block block = block_at(text, count, i);
    const __m256i first = block.first, second = block.second;
    const __m256i one = word_classes_avx2(first), two = word_classes_avx2(second);
    all = OR8(all, OR8(one, two));
    Words w;
    w.letters = bits_avx2(letters_avx2(first), letters_avx2(second)) >> block.skipped;
    // Small letters have bit 5.
    w.capitals =
        w.letters
        & ~(bits_avx2(_mm256_slli_epi16(first, 2), _mm256_slli_epi16(second, 2)) >> block.skipped);
    w.digits = bits_avx2(one, two) >> block.skipped;
    w.dots = bits_avx2(_mm256_slli_epi16(one, 1), _mm256_slli_epi16(two, 1)) >> block.skipped;
    w.gaps = 0;
    if (w.dots != 0) {
      const __m256i space = _mm256_set1_epi8(0x20);
      w.gaps = bits_avx2(
                   _mm256_cmpeq_epi8(_mm256_min_epu8(first, space), first),
                   _mm256_cmpeq_epi8(_mm256_min_epu8(second, space), second))
               >> block.skipped;
    }
    if (!marked) {
      const __m256i marks = _mm256_set1_epi8(15), none = _mm256_setzero_si256();
      const uint64_t others = bits_avx2(
          _mm256_cmpgt_epi8(AND8(one, marks), none), _mm256_cmpgt_epi8(AND8(two, marks), none));
      // A full stop behind a word is none.
      const uint64_t words = w.letters | w.digits;
      const uint64_t afterWord = words << 1 | (before.letters | before.digits) >> 63;
      marked = has_mark(bytes, count, i, others >> block.skipped | (w.dots & ~afterWord));
    }
    add_joints(&found, w, before, gap_behind(bytes + i, count - i));
    before = w;
  }
  const __m128i any = _mm_or_si128(_mm256_castsi256_si128(all), _mm256_extracti128_si256(all, 1));
  return classes_of(found) | (marked ? SCAN_HAS_MARK : 0)
         | (_mm_movemask_epi8(any) != 0 ? SCAN_HAS_DIGIT : 0)
         | (_mm_movemask_epi8(_mm_slli_epi16(any, 3)) != 0 ? SCAN_HAS_BLANK : 0);
}

#endif

uint32_t scan_words(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return scan_words_avx2(bytes, count);
#endif
  Joints joints = {0, 0, 0};
  Words before = {0, 0, 0, 0, 0};
  for (size_t i = 0; i < count; i += 64) {
    const Words w = words_of(bytes + i, count - i);
    add_joints(&joints, w, before, gap_behind(bytes + i, count - i));
    before = w;
  }
  uint32_t found = classes_of(joints);
  for (size_t i = 0; i < count; i++) {
    if (bytes[i] == 0x1A) found |= SCAN_HAS_BLANK;
    if (bytes[i] >= '0' && bytes[i] <= '9') found |= SCAN_HAS_DIGIT;
    if (scan_is_mark(i > 0 ? bytes[i - 1] : 0, bytes[i], i + 1 < count ? bytes[i + 1] : 0))
      found |= SCAN_HAS_MARK;
  }
  return found;
}

/// One bit for each of some of 64 bytes from `offset` on that is a mark.
static uint64_t marks_of(
    const uint8_t *bytes, size_t count, size_t offset, uint64_t candidates) {
  uint64_t mask = 0;
  for (; candidates != 0; candidates &= candidates - 1) {
    const size_t i = offset + (size_t)__builtin_ctzll(candidates);
    if (scan_is_mark(i > 0 ? bytes[i - 1] : 0, bytes[i], i + 1 < count ? bytes[i + 1] : 0))
      mask |= candidates & -candidates;
  }
  return mask;
}

#if defined(__x86_64__)

AVX2 static uint64_t scan_names_avx2(const uint8_t *bytes, size_t count, size_t offset) {
  const size_t start = whole_block(offset, count), skipped = offset - start;
  const uint8_t *block = bytes + start;
  SCAN_PAD(block, count - start)
  const __m256i first = _mm256_loadu_si256((const __m256i *)block);
  const __m256i second = _mm256_loadu_si256((const __m256i *)(block + 32));
  const __m256i one = word_classes_avx2(first), two = word_classes_avx2(second);
  const __m256i marks = _mm256_set1_epi8(15 | 64), none = _mm256_setzero_si256();
  const uint64_t letters = bits_avx2(letters_avx2(first), letters_avx2(second)) >> skipped;
  // Small letters have bit 5.
  const uint64_t small =
      bits_avx2(_mm256_slli_epi16(first, 2), _mm256_slli_epi16(second, 2)) >> skipped;
  const uint64_t dots = bits_avx2(_mm256_slli_epi16(one, 1), _mm256_slli_epi16(two, 1)) >> skipped;
  const uint64_t joints = scan_join(
      letters & ~small, letters, bits_avx2(one, two) >> skipped, dots,
      offset > 0 ? bytes[offset - 1] : 0);
  const uint64_t others =
      bits_avx2(
          _mm256_cmpgt_epi8(AND8(one, marks), none), _mm256_cmpgt_epi8(AND8(two, marks), none))
      >> skipped;
  return joints | marks_of(bytes, count, offset, others & ~joints);
}

#endif

uint64_t scan_names(const uint8_t *bytes, size_t count, size_t offset) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return scan_names_avx2(bytes, count, offset);
#endif
  const size_t left = count - offset;
  const uint64_t all = left < 64 ? ((uint64_t)1 << left) - 1 : ~(uint64_t)0;
  return scan_joints(bytes + offset, left, offset > 0 ? bytes[offset - 1] : 0)
         | marks_of(bytes, count, offset, all);
}
