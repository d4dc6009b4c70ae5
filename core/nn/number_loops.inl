// Included by all_loops.inl. Numbers: how they are kept, several side by side, and functions of them.

inline float real(float x)
{
    return x;
}

inline double real(double x)
{
    return x;
}

inline float real(Bfloat16 x)
{
    return __builtin_bit_cast(float, std::uint32_t{x.bits} << 16);
}

inline void store(float x, float& out)
{
    out = x;
}

inline void store(double x, double& out)
{
    out = x;
}

/// To the nearest, of two equally near to the even one. A number that is none stays none.
inline void store(float x, Bfloat16& out)
{
    const auto bits = __builtin_bit_cast(std::uint32_t, x);
    const auto rounded = (bits + 0x7FFFu + (bits >> 16 & 1u)) >> 16;
    out.bits = static_cast<std::uint16_t>(x == x ? rounded : 0x7FC0u);
}

/// Several numbers side by side, for loops over runs too short for the compiler to do well.
template <typename Real>
struct Side
{
    static constexpr std::int64_t count = 32 / sizeof(Real);
    typedef Real Vec __attribute__((vector_size(32)));
    typedef std::conditional_t<sizeof(Real) == 4, std::int32_t, std::int64_t> Int __attribute__((vector_size(32)));
};

inline void read(const float* x, Side<float>::Vec& v)
{
    __builtin_memcpy(&v, x, sizeof v);
}

inline void read(const double* x, Side<double>::Vec& v)
{
    __builtin_memcpy(&v, x, sizeof v);
}

inline void read(const Bfloat16* x, Side<float>::Vec& v)
{
    typedef std::uint16_t Halves __attribute__((vector_size(16)));
    typedef std::uint32_t Words __attribute__((vector_size(32)));
    Halves h;
    __builtin_memcpy(&h, x, sizeof h);
    const Words bits = __builtin_convertvector(h, Words) << 16;
    __builtin_memcpy(&v, &bits, sizeof v);
}

inline void readPlaces(const std::uint8_t* x, Side<float>::Int& v)
{
    typedef std::uint8_t Bytes __attribute__((vector_size(8)));
    Bytes bytes;
    __builtin_memcpy(&bytes, x, sizeof bytes);
    v = __builtin_convertvector(bytes, Side<float>::Int);
}

inline void readPlaces(const std::uint8_t* x, Side<double>::Int& v)
{
    typedef std::uint8_t Bytes __attribute__((vector_size(4)));
    Bytes bytes;
    __builtin_memcpy(&bytes, x, sizeof bytes);
    v = __builtin_convertvector(bytes, Side<double>::Int);
}

inline void write(const Side<float>::Vec& v, float* out)
{
    __builtin_memcpy(out, &v, sizeof v);
}

inline void write(const Side<double>::Vec& v, double* out)
{
    __builtin_memcpy(out, &v, sizeof v);
}

/// As `store`.
inline void write(const Side<float>::Vec& v, Bfloat16* out)
{
    typedef std::uint16_t Halves __attribute__((vector_size(16)));
    typedef std::uint32_t Words __attribute__((vector_size(32)));
    Words bits;
    __builtin_memcpy(&bits, &v, sizeof bits);
    const Halves halves = __builtin_convertvector(v == v ? (bits + 0x7FFFu + (bits >> 16 & 1u)) >> 16 : Words{} + 0x7FC0u, Halves);
    __builtin_memcpy(out, &halves, sizeof halves);
}

/// e^x for x <= 0, relative error below 3e-7: 2^n * p(r) with x = n ln 2 + r. Source of the method: Cody and Waite, 1980; the
/// coefficients are the Taylor series', enough for |r| <= ln 2 / 2.
inline float expOfNegative(float x)
{
    x = x < -87.0f ? -87.0f : x;
    const float shifted = x * 1.44269504f + 12582912.0f; // 1.5 * 2^23: rounds to the nearest integer
    const float n = shifted - 12582912.0f;
    const float r = (x - n * 0.693359375f) + n * 2.12194440e-4f; // ln 2 in two parts
    const float p = 1.0f + r * (1.0f + r * (0.5f + r * (1.0f / 6 + r * (1.0f / 24 + r * (1.0f / 120 + r * (1.0f / 720))))));
    const auto exponent = (__builtin_bit_cast(std::int32_t, shifted) - 0x4B400000 + 127) << 23;
    return p * __builtin_bit_cast(float, exponent);
}

inline double expOfNegative(double x)
{
    return __builtin_exp(x);
}

/// Derivative of the sigmoid of slope `slope` at u: slope * s * (1 - s), written so that nothing overflows.
template <typename Real>
inline Real surrogate(Real u, Real slope)
{
    const Real magnitude = u < 0 ? -u : u;
    const Real e = expOfNegative(-slope * magnitude);
    const Real d = 1 + e;
    return slope * e / (d * d);
}

/// 1 / (1 + e^-x), written so that nothing overflows.
template <typename Real>
inline Real sigmoid(Real x)
{
    const Real magnitude = x < 0 ? -x : x;
    const Real e = expOfNegative(-magnitude);
    return (x < 0 ? e : Real(1)) / (1 + e);
}
