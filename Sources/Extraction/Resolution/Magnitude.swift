// Logarithm, exponential and distance without the C library, the same on every machine.

/// Approximations that are far better than what they are applied to is known.
enum Magnitude {
  /// Base-10 logarithm, good to 0.01; 0 for numbers below 1.
  static func log10(_ value: Int) -> Float {
    guard value > 0 else { return 0 }
    let float = Float(value)
    return log2(float) * 0.30103
  }

  /// Base-2 logarithm: the exponent, and a quadratic through 1, 1.5 and 2.
  private static func log2(_ value: Float) -> Float {
    let m = value.significand
    return Float(value.exponent) + (m - 1) * (1.3399 - 0.3399 * (m - 1))
  }

  /// Natural logarithm of a positive number.
  static func ln(_ value: Float) -> Float { log2(value) * 0.693_147 }

  /// The exponential function, good to a thousandth, for arguments between -40 and 40.
  static func exp(_ value: Float) -> Float {
    let power = min(40, max(-40, value)) * 1.442_695
    let whole = power.rounded(.down)
    let rest = power - whole
    let mantissa = 1 + rest * (0.695_6 + rest * (0.226_4 + rest * 0.078_0))
    return Float(sign: .plus, exponent: Int(whole), significand: mantissa)
  }

  /// Kilometres between two points in hundred-thousandths of a degree.
  ///
  /// The equirectangular approximation: good to a few per cent below 1,000 km, and monotone enough
  /// beyond.
  static func kilometres(_ a: PlaceCandidate, _ b: PlaceCandidate) -> Float {
    let lat = Float(a.latitude &- b.latitude) / 100_000
    var lon = abs(Float(a.longitude) - Float(b.longitude)) / 100_000
    if lon > 180 { lon = 360 - lon }
    let middle = Float(a.latitude / 2 + b.latitude / 2) / 100_000 * 0.017_453_3
    // cos by its series: middle lies within ±π/2.
    let square = middle * middle
    let cosine = max(0, 1 - square / 2 + square * square / 24 - square * square * square / 720)
    let x = lon * cosine
    return 111.2 * (lat * lat + x * x).squareRoot()
  }
}
