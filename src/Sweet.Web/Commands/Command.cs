using Sweet.Web.Hosting;

namespace Sweet.Web.Commands;

/// <summary>What the process does. To add a verb, derive from this and list it in <see cref="CommandLine"/>.</summary>
public abstract class Command
{
    /// <summary>The word on the command line.</summary>
    public abstract string Verb { get; }

    /// <summary>The verb with what may stand behind it.</summary>
    public virtual string Usage => Verb;

    /// <summary>One line for the usage.</summary>
    public abstract string Purpose { get; }

    /// <summary>Whether it may run without the settings of the site, of Stripe and of SendGrid.</summary>
    public virtual bool NeedsDatabaseOnly => false;

    /// <returns>The command that does what the words say; null if they are not what the verb takes.</returns>
    public virtual Command? With(CommandWords words) => words.AreNone ? this : null;

    /// <returns>The exit code.</returns>
    /// <exception cref="StartRefusedException">It cannot be done; the message says why in one line.</exception>
    public abstract Task<int> Run(WebApplication app);
}
