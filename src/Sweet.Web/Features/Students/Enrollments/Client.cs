using Sweet.Domain;
using Sweet.Web.Features.Students.Shared;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.Enrollments;

/// <param name="Network">By <see cref="NetworkKey"/>; null where there is no address.</param>
/// <param name="BrowserKey">From the strictly necessary cookie of the form; null if the browser keeps none.</param>
public sealed record Client(string? Network, string? BrowserKey)
{
    /// <summary>Longer than any hold, so that the same browser can resume.</summary>
    private static readonly BrowserNote Note = new("browser", TimeSpan.FromHours(4));

    public static Client Of(HttpContext context)
    {
        var cookie = Note.Read(context);
        return new Client(
            context.Connection.RemoteIpAddress is { } address ? NetworkKey.Of(address) : null,
            cookie?.Length == RandomText.TokenLength ? cookie : null);
    }

    /// <summary>The client, with a cookie set if it had none.</summary>
    public static Client Remembered(HttpContext context)
    {
        var client = Of(context);
        if (client.BrowserKey is not null) return client;

        var key = RandomText.Token();
        Note.Write(context, key);
        return client with { BrowserKey = key };
    }
}
