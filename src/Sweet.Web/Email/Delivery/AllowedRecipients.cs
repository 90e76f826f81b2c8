using Microsoft.Extensions.Options;

namespace Sweet.Web.Email.Delivery;

/// <summary>Whom this instance may write to: everybody in Production, elsewhere only who is listed.</summary>
public sealed class AllowedRecipients(IOptions<SendGridOptions> options, IHostEnvironment host)
{
    public bool Include(string address) =>
        host.IsProduction() || options.Value.AllowedRecipients.Exists(entry => Covers(entry, address));

    private static bool Covers(string entry, string address) =>
        entry == SendGridOptions.Everybody
        || address.Equals(entry, StringComparison.OrdinalIgnoreCase)
        || (entry.StartsWith('@') && address.EndsWith(entry, StringComparison.OrdinalIgnoreCase));
}
