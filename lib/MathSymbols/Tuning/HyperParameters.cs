using System.Globalization;
using System.Text.Json.Nodes;

namespace MathSymbols.Tuning;

/// <summary>
/// One configuration: named values in the order of their search space. A value is a string, a <see cref="long"/>, a finite <see cref="double"/> or a <see cref="bool"/>.
/// Two are equal when they have the same names with the same values, whatever the order.
/// </summary>
public sealed class HyperParameters : IEquatable<HyperParameters>
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    /// <summary>A configuration of the values given; <see cref="int"/> becomes <see cref="long"/> and <see cref="float"/> becomes <see cref="double"/>.</summary>
    /// <param name="values">Names and values, in the order to keep.</param>
    /// <exception cref="ArgumentException">A name is empty or there twice, or a value is of another type or not finite.</exception>
    public HyperParameters(params IEnumerable<(string Name, object Value)> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var names = new List<string>();
        foreach (var (name, value) in values)
        {
            if (string.IsNullOrWhiteSpace(name)) throw new ArgumentException("A hyper-parameter has no name: give each one.", nameof(values));
            if (!_values.TryAdd(name, Normal(name, value))) throw new ArgumentException($"The hyper-parameter '{name}' is there twice: give it once.", nameof(values));
            names.Add(name);
        }

        Names = names;
    }

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The value of that name, as it is kept.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public object this[string name] => _values.TryGetValue(name, out var value)
        ? value
        : throw new KeyNotFoundException($"There is no hyper-parameter '{name}'; there are: {(Names.Count == 0 ? "none" : string.Join(", ", Names))}.");

    /// <summary>The value of that name as <typeparamref name="T"/>. Whole numbers convert to any numeric type that holds them, other numbers to floating-point types.</summary>
    /// <typeparam name="T"><see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    /// <exception cref="InvalidCastException">The value is not a <typeparamref name="T"/> and does not convert to one.</exception>
    public T Get<T>(string name)
    {
        var value = this[name];
        object? converted = value switch
        {
            T => value,
            long n when typeof(T) == typeof(int) && n is >= int.MinValue and <= int.MaxValue => (int)n,
            long n when typeof(T) == typeof(double) => (double)n,
            long n when typeof(T) == typeof(float) => (float)n,
            double x when typeof(T) == typeof(float) => (float)x,
            double x when typeof(T) == typeof(int) && Whole(x) && x is >= int.MinValue and <= int.MaxValue => (int)x,
            double x when typeof(T) == typeof(long) && Whole(x) => (long)x,
            _ => null,
        };
        return converted is T result ? result : throw new InvalidCastException($"The hyper-parameter '{name}' is {Text(value)}, which is no {typeof(T).Name}: ask for {value.GetType().Name}.");
    }

    /// <summary>One member a value, in order.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var name in Names) json[name] = Json(_values[name]);
        return json;
    }

    /// <summary>Names and values, as in "activation=relu, learning_rate=0.001".</summary>
    public override string ToString() => string.Join(", ", Names.Select(n => $"{n}={Text(_values[n])}"));

    /// <inheritdoc/>
    public bool Equals(HyperParameters? other) =>
        other is not null && Names.Count == other.Names.Count && _values.All(p => other._values.TryGetValue(p.Key, out var value) && p.Value.Equals(value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HyperParameters);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(Names.Count, (hash, p) => hash ^ HashCode.Combine(p.Key, p.Value)); // Of any order.

    internal static string Text(object value) => value switch
    {
        double x => x.ToString("R", CultureInfo.InvariantCulture),
        long n => n.ToString(CultureInfo.InvariantCulture),
        bool b => b ? "true" : "false",
        _ => (string)value,
    };

    internal static JsonNode Json(object value) => value switch
    {
        double x => JsonValue.Create(x),
        long n => JsonValue.Create(n),
        bool b => JsonValue.Create(b),
        _ => JsonValue.Create((string)value),
    };

    private static bool Whole(double x) => Math.Abs(x) <= 1L << 53 && Math.Floor(x) == x;

    private static object Normal(string name, object? value) => value switch
    {
        int n => (long)n,
        float x when float.IsFinite(x) => (double)x,
        double x when double.IsFinite(x) => x,
        string or long or bool => value,
        _ => throw new ArgumentException($"The hyper-parameter '{name}' is neither a string, a finite number nor true or false: give one of these.", nameof(value)),
    };
}
