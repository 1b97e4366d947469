/// Which half of a bilingual text something stands in.
public enum Side: Sendable {
  case source
  case target
}
