namespace Sweet.Web.Tests.Support;

/// <summary>A site of the test's own, and the first visitor.</summary>
public abstract class Story : IAsyncLifetime
{
    protected Story()
    {
        Given = new Given(Site);
    }

    protected SiteFactory Site { get; } = new();

    protected Given Given { get; }

    protected Visitor Visitor => field ??= Site.NewVisitor();

    public virtual Task InitializeAsync() => Site.InitializeAsync();

    public virtual async Task DisposeAsync()
    {
        await Site.DisposeAsync();
    }
}
