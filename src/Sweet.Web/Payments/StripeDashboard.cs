using Microsoft.Extensions.Options;

namespace Sweet.Web.Payments;

/// <summary>Where a person looks at an object of Stripe's: in its dashboard, of the mode that the key is of.</summary>
public sealed class StripeDashboard(IOptions<StripeOptions> options)
{
    private static readonly (string Prefix, string Folder)[] Folders =
        [("pi_", "payments"), ("ch_", "payments"), ("du_", "disputes"), ("dp_", "disputes")];

    /// <summary>What has no page of its own there is found by its search.</summary>
    private static readonly string[] Searched = ["re_", "pyr_", "cs_", "evt_"];

    private string Root => options.Value.SecretKey.Contains("_live_", StringComparison.Ordinal)
        ? "https://dashboard.stripe.com"
        : "https://dashboard.stripe.com/test";

    /// <returns>Null for an id that is none of Stripe's.</returns>
    public string? AddressOf(string? objectId)
    {
        if (objectId is null) return null;

        var id = Uri.EscapeDataString(objectId);
        var folder = Array.Find(Folders, f => objectId.StartsWith(f.Prefix, StringComparison.Ordinal)).Folder;
        return folder is not null ? $"{Root}/{folder}/{id}"
            : Array.Exists(Searched, p => objectId.StartsWith(p, StringComparison.Ordinal)) ? $"{Root}/search?query={id}"
            : null;
    }
}
