using System.Text.Json.Nodes;
using Sweet.Sandbox.Hosting;

namespace Sweet.Sandbox.SendGrid;

/// <summary>SendGrid's error answer.</summary>
internal sealed class MailFailure(int status, string message, string? field = null) : Exception(message)
{
    public Answer ToAnswer() => new(status, new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject
        {
            ["message"] = Message,
            ["field"] = field,
            ["help"] = field is null ? null : $"http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html#message.{field}",
        }),
    }.ToJsonString());
}
