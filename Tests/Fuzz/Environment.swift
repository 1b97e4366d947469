import Glibc

/// What the environment asks of the checks.
enum Environment {
  /// Whether time is measured; `LOCLINT_FUZZ_GROWTH=0` looks for other faults while one is known.
  static var wantsGrowth: Bool { value("LOCLINT_FUZZ_GROWTH") != "0" }

  static func value(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
