using System.Collections.Concurrent;
using System.Net;
using Sweet.Sandbox.Webhooks;

namespace Sweet.Web.Tests.Sandbox;

/// <summary>Takes webhooks in the site's place and keeps them.</summary>
public sealed class Receiver : HttpMessageHandler
{
    private readonly ConcurrentQueue<(string Body, string? Signature)> received = [];

    public HttpStatusCode Answer { get; set; } = HttpStatusCode.OK;

    public IReadOnlyList<(string Body, string? Signature)> Received => [.. received];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var signature = request.Headers.TryGetValues(WebhookSignature.Header, out var values) ? values.Single() : null;
        received.Enqueue((await request.Content!.ReadAsStringAsync(cancellationToken), signature));
        return new HttpResponseMessage(Answer);
    }
}
