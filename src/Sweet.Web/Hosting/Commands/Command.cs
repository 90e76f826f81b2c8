namespace Sweet.Web.Hosting.Commands;

/// <summary>What the process does after the site is put together. To add a verb, derive from this and list it in <see cref="CommandLine"/>.</summary>
public abstract class Command
{
    /// <summary>The word on the command line.</summary>
    public abstract string Verb { get; }

    /// <summary>One line for the usage.</summary>
    public abstract string Purpose { get; }

    /// <summary>Whether it may run without the settings of the site, of Stripe and of SendGrid.</summary>
    public virtual bool NeedsDatabaseOnly => false;

    /// <returns>The exit code.</returns>
    /// <exception cref="StartRefusedException">It cannot be done; the message says why in one line.</exception>
    public abstract Task<int> Run(WebApplication app);
}
