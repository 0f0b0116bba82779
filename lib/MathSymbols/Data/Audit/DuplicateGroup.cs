namespace MathSymbols.Data.Audit;

/// <summary>Images that are copies of each other, directly or by way of others of the group.</summary>
/// <param name="Id">Its place in <see cref="DuplicateGroups.Groups"/>.</param>
/// <param name="Members">Indices into <see cref="ImageFolder.Files"/>, ascending, at least two.</param>
/// <param name="Kind">The loosest way in which two of them are copies.</param>
/// <param name="Pairs">What holds it together: at least one pair less than it has members.</param>
public sealed record DuplicateGroup(int Id, IReadOnlyList<int> Members, CopyKind Kind, IReadOnlyList<CopyPair> Pairs);
