using System.Text;

namespace Sweet.Sandbox.Hosting;

/// <summary>An HTTP answer as a value, so that a fault can lose it after the work is done.</summary>
internal sealed record Answer(int Status, string Body)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    public string ContentType { get; init; } = "application/json";

    public async Task WriteTo(HttpResponse response)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        if (Body.Length == 0)
            return;
        response.ContentType = ContentType;
        response.ContentLength = Encoding.UTF8.GetByteCount(Body);
        await response.WriteAsync(Body);
    }
}
