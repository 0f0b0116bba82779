using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using MathSymbols.Notebooks.Events;

namespace MathSymbols.Notebooks.Scripting;

/// <summary>Words an exception for the person who wrote the cell.</summary>
internal static class ErrorReport
{
    private const int MostErrors = 5;
    private const int MostCauses = 5;

    internal static CellError Compilation(CompilationErrorException exception, CellSource cell, SourceMap sources)
    {
        var errors = exception.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        var text = new StringBuilder();
        foreach (var error in errors.Take(MostErrors))
        {
            // The first one's place is the failure's own.
            if (text.Length > 0) text.Append(CultureInfo.InvariantCulture, $"\n{Where(error, sources)}: ");
            text.Append(CultureInfo.InvariantCulture, $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
        }
        if (errors.Count > MostErrors) text.Append(CultureInfo.InvariantCulture, $"\nand {errors.Count - MostErrors} more");
        if (errors.Count == 0) return new CellError("compile", exception.Message);
        var (first, at) = Place(errors[0], sources);
        at ??= cell;
        return new CellError("compile", text.ToString(), at.Imported ? at.Label : null, first, at.Line(first));
    }

    internal static CellError Runtime(Exception exception, CellSource cell, SourceMap sources)
    {
        var thrown = Innermost(exception);
        var stack = new List<string>();
        (CellSource Source, int Line)? place = null;
        foreach (var frame in new StackTrace(thrown, true).GetFrames())
        {
            if (sources.Find(frame.GetFileName()) is { } source)
            {
                place ??= (source, frame.GetFileLineNumber());
                Add(stack, $"{source.Label}, line {frame.GetFileLineNumber()}");
            }
            else if (IsInMemory(frame.GetMethod()) && frame.GetFileName() is { Length: > 0 } loaded)
            {
                if (place is null && Loaded(loaded) is { } file) place = (file, frame.GetFileLineNumber());
                Add(stack, $"{Path.GetFileName(loaded)}, line {frame.GetFileLineNumber()}");
            }
            else if (IsUserLibrary(frame.GetMethod()))
            {
                Add(stack, Describe(frame));
            }
        }
        var at = place?.Source ?? cell;
        return new CellError("runtime", Message(thrown), at.Imported ? at.Label : null, place?.Line, place is { } p ? at.Line(p.Line) : null, stack);
    }

    private static string Where(Diagnostic error, SourceMap sources)
    {
        var (line, source) = Place(error, sources);
        return source is { Imported: true } ? $"{source.Label}, line {line}" : $"line {line}";
    }

    private static (int Line, CellSource? Source) Place(Diagnostic error, SourceMap sources)
    {
        var span = error.Location.GetLineSpan();
        return (span.StartLinePosition.Line + 1, sources.Find(span.Path) ?? Loaded(span.Path));
    }

    // A file that came by #load is known to the compiler only.
    private static CellSource? Loaded(string path)
    {
        try
        {
            return File.Exists(path) ? new CellSource(Path.GetFileName(path), null, File.ReadAllText(path).ReplaceLineEndings("\n"), true) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Wrappers that only say that something else went wrong.
    private static Exception Innermost(Exception exception)
    {
        while (exception is TargetInvocationException or AggregateException { InnerExceptions.Count: 1 } && exception.InnerException is { } inner) exception = inner;
        return exception;
    }

    private static string Message(Exception exception)
    {
        var text = new StringBuilder();
        Exception? cause = exception;
        for (var i = 0; cause is not null && i < MostCauses; i++, cause = cause.InnerException)
        {
            if (i > 0) text.Append("\ncaused by ");
            text.Append(cause.GetType().FullName).Append(": ").Append(SafeMessage(cause));
        }
        return text.ToString();
    }

    private static string SafeMessage(Exception exception)
    {
        try
        {
            return exception.Message.TrimEnd();
        }
        catch (Exception e)
        {
            return $"(its Message threw {e.GetType().Name})";
        }
    }

    private static bool IsInMemory(MethodBase? method) => method?.DeclaringType?.Assembly is { IsDynamic: false, Location.Length: 0 };

    private static bool IsUserLibrary(MethodBase? method)
    {
        var assembly = method?.DeclaringType?.Assembly;
        if (assembly is null || assembly.IsDynamic || string.IsNullOrEmpty(assembly.Location)) return false;
        return Path.GetDirectoryName(assembly.Location) is { } folder
            && folder != Path.GetDirectoryName(typeof(object).Assembly.Location)
            && folder != AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
    }

    private static string Describe(StackFrame frame)
    {
        var method = frame.GetMethod()!;
        var type = method.DeclaringType!;
        // An async method or an iterator runs in a generated type inside its own.
        var name = method.Name;
        if (type.Name.StartsWith('<') && type.Name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end && type.DeclaringType is not null)
        {
            name = type.Name[1..end];
            type = type.DeclaringType;
        }
        var file = frame.GetFileName();
        var where = file is null ? string.Empty : $", {Path.GetFileName(file)} line {frame.GetFileLineNumber()}";
        return $"{type.FullName}.{name}{where}";
    }

    private static void Add(List<string> stack, string line)
    {
        if (stack.Count == 0 || stack[^1] != line) stack.Add(line);
    }
}
