namespace MathSymbols.Notebooks.Scripting;

/// <summary>How C# code names a type.</summary>
internal static class TypeName
{
    /// <summary>The name to declare a variable with; object where the type has none that code can say.</summary>
    internal static string Of(Type type) => IsSayable(type) ? Write(type) : "object";

    private static bool IsSayable(Type type)
    {
        if (type.HasElementType) return IsSayable(type.GetElementType()!);
        return (type.IsVisible || IsOfCell(type)) && !type.Name.Contains('<', StringComparison.Ordinal) && type.GetGenericArguments().All(IsSayable);
    }

    private static bool IsOfCell(Type type) => IsCells(type.DeclaringType) || (type is { IsNestedPublic: true, DeclaringType: { } outer } && IsOfCell(outer));

    // The compiler keeps what a cell declares in a class of its own, which no code can name.
    private static bool IsCells(Type? type) => type is { IsNested: false } && type.Name.StartsWith("Submission#", StringComparison.Ordinal);

    private static string Write(Type type)
    {
        if (type.IsArray) return $"{Write(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        var arguments = new Queue<Type>(type.GetGenericArguments());
        return Write(type, arguments);
    }

    // A nested type lists its outer types' arguments first.
    private static string Write(Type type, Queue<Type> arguments)
    {
        var outer = type.DeclaringType is { } declaring
            ? IsCells(declaring) ? string.Empty : Write(declaring, arguments) + "."
            : type.Namespace is { } name ? $"global::{name}." : "global::";
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        if (tick < 0) return outer + type.Name;
        var own = int.Parse(type.Name[(tick + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        return $"{outer}{type.Name[..tick]}<{string.Join(", ", Enumerable.Range(0, own).Select(_ => Write(arguments.Dequeue())))}>";
    }
}
