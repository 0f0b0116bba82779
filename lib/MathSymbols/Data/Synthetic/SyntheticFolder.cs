using System.Runtime.ExceptionServices;
using MathSymbols.Storage;

namespace MathSymbols.Data.Synthetic;

/// <summary>A folder of synthetic images that is either whole or absent.</summary>
internal sealed class SyntheticFolder
{
    private readonly string _folder;
    private readonly string _parent;
    private readonly string _hiddenPrefix;
    private readonly SyntheticMarker _marker;

    public SyntheticFolder(string folder, SyntheticMarker marker)
    {
        _folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        _parent = Path.GetDirectoryName(_folder) ?? throw new IOException($"{folder} is the root of a file system.");
        _hiddenPrefix = $".{Path.GetFileName(_folder)}.synthetic-";
        _marker = marker;
    }

    /// <summary>Makes the folder unless it is there; true if it was made.</summary>
    public bool Ensure(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsDone())
            return false;
        Directory.CreateDirectory(_parent);
        using var held = FileLock.Acquire(Hidden("lock"), cancellationToken);
        RemoveLeftovers();
        if (IsDone())
            return false;
        try
        {
            Build(Hidden("new"), cancellationToken);
            PutInPlace(Hidden("new"));
            return true;
        }
        finally
        {
            RemoveLeftovers();
        }
    }

    private bool IsDone()
    {
        if (File.Exists(_folder))
            throw new IOException($"{_folder} is a file.");
        if (!Directory.Exists(_folder))
            return false;
        var found = SyntheticMarker.Read(_folder);
        if (found is null && Directory.EnumerateFileSystemEntries(_folder).Any())
            throw new IOException($"{_folder} holds files that are not synthetic images. Choose another folder.");
        return found == _marker;
    }

    private void Build(string target, CancellationToken cancellationToken)
    {
        foreach (var template in SymbolTemplate.All)
            Directory.CreateDirectory(Path.Combine(target, template.Name));
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        try
        {
            Parallel.For(0L, (long)SymbolTemplate.All.Count * _marker.PerClass, options, i => WriteImage(target, i));
        }
        catch (AggregateException failures)
        {
            // A full disk is one failure, on however many threads.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        _marker.Write(target);
    }

    private void WriteImage(string target, long number)
    {
        var template = SymbolTemplate.All[(int)(number / _marker.PerClass)];
        var index = (int)(number % _marker.PerClass);
        using var drawing = SymbolDrawing.Create(template, index, _marker.Seed);
        var name = $"synthetic-{_marker.Seed:D4}-{index:D4}{drawing.Paper.Extension}";
        File.WriteAllBytes(Path.Combine(target, template.Name, name), drawing.Encode());
    }

    // A rename cannot replace a folder with files in it: the old one steps aside first.
    private void PutInPlace(string built)
    {
        if (Directory.Exists(_folder))
            Directory.Move(_folder, Hidden("old"));
        Directory.Move(built, _folder);
    }

    // Only called under the lock: whoever made these is dead, or is this call.
    private void RemoveLeftovers()
    {
        foreach (var leftover in new[] { Hidden("new"), Hidden("old") }.Where(Directory.Exists))
            Directory.Delete(leftover, recursive: true);
    }

    private string Hidden(string role) => Path.Combine(_parent, _hiddenPrefix + role);
}
