using Sweet.Web.Data;
using Sweet.Web.Staffing;

namespace Sweet.Web.Workers.Accounts;

/// <summary>Answers those who forgot a password. One that breaks keeps none of the others waiting.</summary>
public sealed partial class PasswordResetsWork(AnswerPasswordResets answer, ILogger<PasswordResetsWork> log) : IWork
{
    public string Name => "answer password resets";

    public async Task RunOnce(CancellationToken ct)
    {
        foreach (var id in await answer.Waiting(ct))
        {
            try
            {
                await answer.Answer(id, ct);
            }
            catch (Exception exception) when (exception.LetsOthersGoOn())
            {
                Failed(id, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Password reset {ResetId} could not be answered; it is tried again")]
    private partial void Failed(int resetId, Exception exception);
}
