using System.Text;

namespace Sweet.Sandbox.Webhooks;

/// <summary>Where the webhooks of an account go.</summary>
internal sealed class WebhookTarget(Uri address, HttpMessageHandler? handler) : IDisposable
{
    // As long as Stripe waits before it counts a delivery as failed.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient http = new(handler ?? new SocketsHttpHandler(), disposeHandler: handler is null) { Timeout = Patience };

    /// <returns>The status, or why there is none.</returns>
    public async Task<(int? Status, string? Failure)> Post(string body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.UserAgent.ParseAdd("Stripe/1.0");
        if (signature is not null)
            request.Headers.TryAddWithoutValidation(WebhookSignature.Header, signature);
        try
        {
            using var response = await http.SendAsync(request);
            return ((int)response.StatusCode, response.IsSuccessStatusCode ? null : await response.Content.ReadAsStringAsync());
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            return (null, failure.Message);
        }
    }

    public void Dispose() => http.Dispose();
}
