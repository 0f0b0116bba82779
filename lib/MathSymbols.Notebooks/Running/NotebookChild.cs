using System.ComponentModel;
using System.Diagnostics;

namespace MathSymbols.Notebooks.Running;

/// <summary>A notebook's process.</summary>
internal sealed class NotebookChild : IDisposable
{
    private readonly Process _process;

    internal NotebookChild(string notebook, RunLimits limits)
    {
        _process = new Process { StartInfo = ChildProgram.Start(notebook, limits) };
        _process.Start();
    }

    internal int Id => _process.Id;

    internal int ExitCode => _process.ExitCode;

    /// <summary>Events, and what native code prints.</summary>
    internal Stream Output => _process.StandardOutput.BaseStream;

    internal Stream Errors => _process.StandardError.BaseStream;

    internal Task EndAsync() => _process.WaitForExitAsync(CancellationToken.None);

    /// <summary>Says a <see cref="ParentWord"/>.</summary>
    internal void Tell(string word)
    {
        try
        {
            _process.StandardInput.WriteLine(word);
        }
        catch (IOException)
        {
            // It has ended, and no longer listens.
        }
    }

    /// <summary>Ends it at once, with all that it has started.</summary>
    internal void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It was faster.
        }
    }

    public void Dispose() => _process.Dispose();
}
