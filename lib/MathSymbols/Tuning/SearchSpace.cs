using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace MathSymbols.Tuning;

/// <summary>The hyper-parameters to search and the values each may take. Immutable: each call adds one to a copy.</summary>
/// <example><c>new SearchSpace().Choice("activation", "relu", "tanh").Choice("learning_rate", 1e-2, 1e-3, 1e-4, 1e-5)</c></example>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "Int, Float and Choice are Keras Tuner's names.")]
public sealed class SearchSpace
{
    /// <summary>A space without hyper-parameters, to which they are added.</summary>
    public SearchSpace()
        : this([])
    {
    }

    private SearchSpace(IReadOnlyList<HyperParameterSpace> dimensions) => Dimensions = dimensions;

    /// <summary>The hyper-parameters, in the order they were added, which is the order they are drawn in.</summary>
    public IReadOnlyList<HyperParameterSpace> Dimensions { get; }

    /// <summary>How many distinct configurations there are, at most <see cref="long.MaxValue"/>; null when a hyper-parameter is continuous.</summary>
    public long? Count
    {
        get
        {
            UInt128 product = 1;
            foreach (var dimension in Dimensions)
            {
                if (dimension.Count is not { } count) return null;
                product = UInt128.Min(product * (UInt128)count, long.MaxValue);
            }

            return (long)product;
        }
    }

    /// <summary>Adds a choice of words.</summary>
    /// <param name="name">The hyper-parameter's name, not in the space yet.</param>
    /// <param name="values">At least one, all different.</param>
    /// <exception cref="ArgumentException">The name is taken or empty, or the values are none or not all different.</exception>
    public SearchSpace Choice(string name, params string[] values) => With(new ChoiceSpace(name, Objects(values)));

    /// <summary>Adds a choice of numbers.</summary>
    /// <param name="name">The hyper-parameter's name, not in the space yet.</param>
    /// <param name="values">At least one, finite, all different.</param>
    /// <exception cref="ArgumentException">The name is taken or empty, or the values are none, not finite or not all different.</exception>
    public SearchSpace Choice(string name, params double[] values) => With(new ChoiceSpace(name, Objects(values)));

    /// <summary>Adds a choice of whole numbers.</summary>
    /// <param name="name">The hyper-parameter's name, not in the space yet.</param>
    /// <param name="values">At least one, all different.</param>
    /// <exception cref="ArgumentException">The name is taken or empty, or the values are none or not all different.</exception>
    public SearchSpace Choice(string name, params long[] values) => With(new ChoiceSpace(name, Objects(values)));

    /// <summary>Adds a choice of false and true.</summary>
    /// <param name="name">The hyper-parameter's name, not in the space yet.</param>
    /// <exception cref="ArgumentException">The name is taken or empty.</exception>
    public SearchSpace Bool(string name) => With(new BoolSpace(name));

    /// <summary>Adds a range of whole numbers.</summary>
    /// <param name="name">The hyper-parameter's name, not in the space yet.</param>
    /// <param name="min">The least value; at least 1 when log-spaced.</param>
    /// <param name="max">The greatest value, inclusive; at least <paramref name="min"/>.</param>
    /// <param name="step">The distance between neighbours, at least 1; when log-spaced, the factor between them, or 1 for every whole number.</param>
    /// <param name="log">Whether values are log-spaced.</param>
    /// <exception cref="ArgumentException">The name is taken or empty, or the range or step is not as said.</exception>
    public SearchSpace Int(string name, long min, long max, long step = 1, bool log = false) => With(new IntSpace(name, min, max, step, log));

    /// <summary>Adds a range of numbers.</summary>
    /// <param name="name">The hyper-parameter's name, not in the space yet.</param>
    /// <param name="min">The least value; above 0 when log-spaced.</param>
    /// <param name="max">The greatest value; at least <paramref name="min"/>.</param>
    /// <param name="step">The distance between neighbours, above 0; when log-spaced, the factor between them, above 1; null for a continuous range.</param>
    /// <param name="log">Whether values are log-spaced.</param>
    /// <exception cref="ArgumentException">The name is taken or empty, or the range or step is not as said.</exception>
    public SearchSpace Float(string name, double min, double max, double? step = null, bool log = false) => With(new FloatSpace(name, min, max, step, log));

    /// <summary>A random configuration: one draw a hyper-parameter, in order.</summary>
    /// <param name="draws">Where the probabilities come from.</param>
    public HyperParameters Sample(SeededDraws draws)
    {
        ArgumentNullException.ThrowIfNull(draws);
        return new(Dimensions.Select(d => (d.Name, d.ValueAt(draws.Next()))));
    }

    /// <summary>Reads a configuration of this space.</summary>
    /// <param name="json">One member a hyper-parameter, in any order.</param>
    /// <exception cref="FormatException">One is missing or has a value that is not of this space, or there is another.</exception>
    public HyperParameters Parse(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        foreach (var (name, _) in json)
        {
            if (Dimensions.Any(d => d.Name == name)) continue;
            throw new FormatException($"there is no hyper-parameter '{name}' in the search space; there are: {string.Join(", ", Dimensions.Select(d => d.Name))}");
        }

        return new(Dimensions.Select(d => (d.Name, Value(d))));

        object Value(HyperParameterSpace d) => json.ContainsKey(d.Name) ? d.Parse(json[d.Name]) : throw new FormatException($"the hyper-parameter '{d.Name}' is missing");
    }

    /// <summary>One object a hyper-parameter, in order. Two spaces that give the same array draw the same configurations.</summary>
    public JsonArray ToJson() => [.. Dimensions.Select(d => d.ToJson())];

    /// <summary>The space as text, as in "activation: relu | tanh; learning_rate: 0.01 | 0.001".</summary>
    public string Describe() => string.Join("; ", Dimensions);

    /// <inheritdoc cref="Describe"/>
    public override string ToString() => Describe();

    private static object[] Objects<T>(T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return [.. values.Cast<object>()];
    }

    private SearchSpace With(HyperParameterSpace dimension)
    {
        if (Dimensions.Any(d => d.Name == dimension.Name)) throw new ArgumentException($"The hyper-parameter '{dimension.Name}' is in the space already: choose another name.", nameof(dimension));
        return new([.. Dimensions, dimension]);
    }
}
