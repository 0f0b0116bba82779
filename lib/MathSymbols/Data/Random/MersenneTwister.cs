namespace MathSymbols.Data.Random;

/// <summary>
/// MT19937 (Matsumoto and Nishimura, 1998), which CPython's random and numpy's RandomState both run on; they differ in how they seed it.
/// </summary>
internal sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Middle = 397;

    private readonly uint[] _state = new uint[Size];
    private int _position = Size;

    private MersenneTwister()
    {
    }

    /// <summary>Seeded by init_genrand, as numpy.random.RandomState(seed).</summary>
    public static MersenneTwister FromSeed(uint seed)
    {
        var generator = new MersenneTwister();
        generator.Fill(seed);
        return generator;
    }

    /// <summary>Seeded by init_by_array with one key, as CPython's random.seed(seed) for 0 ≤ seed &lt; 2³².</summary>
    public static MersenneTwister FromKey(uint key)
    {
        var generator = FromSeed(19650218);
        var state = generator._state;
        var i = 1;
        for (var k = 0; k < Size; k++)
        {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * 1664525)) + key; // One key: its index is always 0.
            if (++i == Size) (state[0], i) = (state[Size - 1], 1);
        }

        for (var k = 0; k < Size - 1; k++)
        {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * 1566083941)) - (uint)i;
            if (++i == Size) (state[0], i) = (state[Size - 1], 1);
        }

        state[0] = 0x80000000;
        return generator;
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_position == Size) Twist();
        var y = _state[_position++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    /// <summary>A number from 0 (inclusive) to 1 (exclusive) with 53 random bits: CPython's <c>random.random()</c>, which the authors call genrand_res53.</summary>
    public double NextDouble()
    {
        var high = NextUInt32() >> 5; // 27 bits, then 26.
        var low = NextUInt32() >> 6;
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    private void Fill(uint seed)
    {
        _state[0] = seed;
        for (var i = 1; i < Size; i++) _state[i] = 1812433253 * (_state[i - 1] ^ (_state[i - 1] >> 30)) + (uint)i;
    }

    private void Twist()
    {
        for (var i = 0; i < Size; i++)
        {
            var y = (_state[i] & 0x80000000) | (_state[(i + 1) % Size] & 0x7fffffff);
            _state[i] = _state[(i + Middle) % Size] ^ (y >> 1) ^ ((y & 1) * 0x9908b0df);
        }

        _position = 0;
    }
}
