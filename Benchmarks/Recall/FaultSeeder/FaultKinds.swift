/// All kinds of damage, by the families of the catalogue.
///
/// Left out, with the reason: what is no fault by itself (lost space at the edges, other letter case
/// in code), what no rule for one file can see (a sentence translated in two ways), and a lost half of
/// a bold marker, which leaves italics.
public enum FaultKinds {
  public static let all: [FaultKind] =
    SpanFaults.kinds + MetadataFaults.kinds + LinkFaults.kinds + MarkupFaults.kinds
    + MarkupSpaceFaults.kinds + LiteralFaults.kinds + NameFaults.kinds + StructureFaults.kinds
    + TextFaults.kinds + CharacterFaults.kinds

  /// Those of pages whose sources are files of their own.
  public static let pairs: [FaultKind] = PairFaults.kinds

  /// Those of messages of programs.
  public static let messages: [FaultKind] = MessageFaults.kinds
}
