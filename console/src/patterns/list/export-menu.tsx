import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '@/api/client';
import { confirmedDownload } from '@/api/fresh-factor';
import { toProblem } from '@/api/problem';
import { useNotice } from '../notice';

interface ExportMenuProps {
  path: string;
  /** Says beforehand whether the download would be refused. */
  checkPath?: string;
  query: Record<string, string | undefined>;
  confirmed: boolean;
  formats: readonly string[];
}

/** Downloads exactly what is filtered. */
export function ExportMenu({ path, checkPath, query, confirmed, formats }: ExportMenuProps) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const notice = useNotice();
  const save = async (event: MouseEvent, format: string, address: string) => {
    setAnchor(null);
    if (confirmed) {
      event.preventDefault();
      try {
        await confirmedDownload(address, checkPath && addressOf(checkPath, { format, ...query }));
      } catch (error) {
        const { detail, title } = toProblem(error);
        notice({ text: detail ?? title, severity: 'error' });
      }
    }
  };
  return (
    <>
      <Tooltip title={t('list.exportHint')}>
        <IconButton
          aria-label={t('list.export')}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <FileDownloadOutlined />
        </IconButton>
      </Tooltip>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {formats.map((format) => (
          <MenuItem
            key={format}
            component="a"
            href={addressOf(path, { format, ...query })}
            download
            onClick={(event: MouseEvent) => void save(event, format, addressOf(path, { format, ...query }))}
          >
            {t(`list.exportAs.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
